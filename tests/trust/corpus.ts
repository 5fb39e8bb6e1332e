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

/** Texts as they are compared: blanks of any kind are one blank, letters in their composed form. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ')
}
