// Makes what a release carries ready-made, in the folder that is given: the slide shell, the quiz player, the
// studio's page and the index of words.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot, templatesFolder } from '../scripts/render/open-render.ts'
import { releasePlayer } from '../scripts/render/quiz-player.ts'
import { releaseShell } from '../scripts/render/slidev/shell-cache.ts'
import { releaseStudioPage } from '../scripts/render/studio-page.ts'
import { compileInstalled } from '../scripts/render/word-index.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Unexpected call without a folder')

await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'wordnet.bin'), await compileInstalled())
await releasePlayer(packageRoot, join(folder, 'quiz-player.json'))
await releaseStudioPage(packageRoot, join(folder, 'studio-page.json'))
await releaseShell(
  { packageRoot, themeFolder: join(templatesFolder, 'slidev/theme'), cacheFolder: folder },
  join(folder, 'shell'),
)
