// The texts of tests/fixtures/hostile.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './content-folder.ts'

export interface HostileText {
  id: string
  /** What would fall to it. */
  attacks: string
  text: string
  /** Shown as it is everywhere, or refused with a place and a reason. */
  expect: 'literal' | 'rejected'
  /** Id of the rule that refuses it. */
  rule?: string
}

export function readCorpus(): HostileText[] {
  const folder = join(packageRoot, 'tests/fixtures/hostile')
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const { texts } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        texts: (HostileText & { times?: number })[]
      }
      return texts.map(({ times, ...each }) => ({
        ...each,
        text: times === undefined ? each.text : each.text.repeat(times).trim(),
      }))
    })
}

/**
 * Texts that stand in one field together, since each build of all pages takes seconds: neighbours, as long as
 * the shortest field holds them all, and a quotation its ten words.
 */
export function together(texts: readonly HostileText[]): { id: string; texts: string[] }[] {
  const groups: { id: string; texts: string[] }[] = []
  for (const { id, text } of texts) {
    const group = groups.at(-1)
    const whole = group ? [...group.texts, text].join(' ') : ''
    if (group && group.texts.length < 3 && whole.length <= 44 && whole.split(/\s+/).length < 10) {
      group.id += `, ${id}`
      group.texts.push(text)
    } else groups.push({ id, texts: [text] })
  }
  return groups
}

/**
 * Texts as they are compared: what a browser folds is one blank, letters in their composed form. Blanks of other
 * kinds are part of a text.
 */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/[ \t\r\n]+/g, ' ')
}
