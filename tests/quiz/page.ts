// The page of the sample bank, as a build writes it.

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { quizPage } from '../../scripts/outputs/quiz-page.ts'
import type { BankView } from '../../contract/question-view.ts'
import { openQuizPlayer } from '../../scripts/render/quiz-player.ts'
import { openTemplates } from '../../scripts/render/templates.ts'

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))
export const cacheFolder = join(packageRoot, '.cache')

export async function pageOf(bank: BankView): Promise<string> {
  const player = await openQuizPlayer({ packageRoot, cacheFolder })
  return quizPage(bank, openTemplates(join(packageRoot, 'templates')), player)
}

/** Writes a page to a folder of its own and gives its file:// address. */
export function onDisk(html: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'factdeck-quiz-')), 'quiz.html')
  writeFileSync(file, html)
  return pathToFileURL(file).href
}
