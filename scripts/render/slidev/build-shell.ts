// Builds the shell: a program of its own, because Slidev keeps the first project's folders for the life of a
// process, ends the process when something is missing, and Vite leaves its mark on the environment.
//
// node --import tsx/esm build-shell.ts '{"shellFolder": …, "themeFolder": …, "packageRoot": …, "outFolder":
// …}'

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { openShellProject, shellConfig } from './shell-vite.ts'
import { withFontsParted } from './usual-letters.ts'

/** Folders, absolute; `outFolder` is made. */
interface ShellBuild {
  packageRoot: string
  shellFolder: string
  themeFolder: string
  outFolder: string
}

/**
 * What a build leaves beside `shell.js`, `shell.css` and `inline.css`, the style sheet of one-file decks, as
 * `shell.json`.
 */
export interface ShellManifest {
  /** Names of the layouts that a slide may ask for. */
  layouts: string[]
  /** The `slidev` field of the theme's package.json, which Slidev merges into a deck's configuration. */
  themeMeta: Record<string, unknown>
}

async function buildShell({ shellFolder, themeFolder, outFolder }: ShellBuild): Promise<void> {
  const project = await openShellProject(shellFolder, themeFolder)
  const { options, layouts } = project
  const config = await shellConfig(project, { shellFolder, themeFolder })
  const built = (await build({
    ...config,
    build: {
      ...config.build,
      rolldownOptions: {
        input: join(options.clientRoot, 'main.ts'),
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: 'shell.js',
          assetFileNames: 'shell[extname]',
        },
      },
    },
  })) as Rolldown.RolldownOutput
  await mkdir(outFolder, { recursive: true })
  const names = built.output.map(({ fileName }) => fileName).toSorted()
  if (names.join() !== 'shell.css,shell.js') {
    throw new Error(`Unexpected files ${names.join(', ')} in the shell, expected shell.css, shell.js`)
  }
  for (const file of built.output) {
    await writeFile(join(outFolder, file.fileName), file.type === 'chunk' ? file.code : file.source)
    if (file.type === 'asset')
      await writeFile(join(outFolder, 'inline.css'), await withFontsParted(String(file.source)))
  }
  const manifest: ShellManifest = {
    layouts: Object.keys(layouts).toSorted(),
    themeMeta: { ...options.data.themeMeta },
  }
  await writeFile(join(outFolder, 'shell.json'), JSON.stringify(manifest))
}

await buildShell(JSON.parse(process.argv[2] ?? '') as ShellBuild)
