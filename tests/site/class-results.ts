// The results of an invented class, and the page that reads them.

import { toCsv } from '../../templates/quiz/player/csv.ts'
import { classPage } from '../../scripts/outputs/class-page.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Render } from '../../scripts/render/render.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { onDisk } from '../quiz/page.ts'
import { packageRoot } from '../trust/content-folder.ts'

/** The first row of a table of results. */
export const head = [
  'No.',
  'Question',
  'Text',
  'Objective',
  'Answer given',
  'Right answer',
  'Right',
  'Certainty',
  'Points',
  'Order',
]
const questions = ['tides', 'ebb', 'turned', 'moon', 'walls'] as const

/**
 * Pupil `n` of 12 knows more the higher his number; "turned" is answered the wrong way round by those who know,
 * and everybody is very sure of it.
 */
export function answersOf(n: number): (string | number)[][] {
  return questions.map((id, at) => {
    const right = id === 'turned' ? n < 4 : id === 'walls' ? true : n > at * 2 + 2
    return [
      at + 1,
      id,
      `What of ${id}, "then"?`,
      at < 2 ? 'Explain tides' : 'Read walls',
      right ? 'B: the key' : n % 2 ? 'A: a tempting, wrong one' : 'C: another',
      'B: the key',
      right ? 1 : 0,
      id === 'turned' ? 3 : 1,
      0,
      `seed${n}`,
    ]
  })
}

/** What pupil `n` saved. */
export const resultOf = (n: number): string => `\uFEFF${toCsv([head, ...answersOf(n)])}`

/** A file for the page. */
export const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

/** Makes the page of a unit of tests/fixtures; gives its address. */
export async function classPageOf(unit: string): Promise<string> {
  const { content } = await loadContent(`${packageRoot}/tests/fixtures/${unit}`)
  const [made] = await classPage.emit(content!, {
    content: content!,
    render: { templates: openTemplates(`${packageRoot}/templates`) } as Render,
    options: {},
    progress: () => {},
    made: [],
  })
  return onDisk(String(made!.data))
}
