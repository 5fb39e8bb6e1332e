import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadFactBase } from '../../scripts/facts/fact-base.ts'
import { readContentFolder } from '../../scripts/source/content-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/reading-notes.md'), 'utf8')
const base = loadFactBase((await readContentFolder(root)).value!.facts).value!
const facts = Array.from(base.facts.values(), ({ value }) => value)

/** The rows under a heading, each as its cells without the padding; the two rows of the head left out. */
function rows(heading: string): string[][] {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

test('the reading notes list every disagreement, once, in the words of the facts', () => {
  const recorded = facts.flatMap(({ id, disagreesWith }) =>
    disagreesWith
      .filter((other) => id < other.fact)
      .map((other) => [id, other.fact, other.about, other.reading].join(' | ')),
  )
  const listed = rows('Disagreements').map(([pair = '', , about, reading]) =>
    [...[...pair.matchAll(/`([^`]+)`/g)].map((found) => found[1]).toSorted(), about, reading].join(' | '),
  )
  expect(listed.toSorted()).toEqual(recorded.toSorted())
  const said = /: (\d+) pairs, the most instructive first/.exec(page)?.[1]
  expect(recorded.length).toBe(Number(said))
  expect(recorded.length).toBeLessThanOrEqual(15)
})

test('what the notes call a recorded disagreement is one, and what they call a note stands in a note', () => {
  const recorded = new Set(
    facts.flatMap(({ id, disagreesWith }) =>
      disagreesWith.map((other) => [id, other.fact].toSorted().join()),
    ),
  )
  const noted = new Set(facts.filter(({ note }) => note !== undefined).map(({ id }) => String(id)))
  const wrong = rows('One article').filter(([, , names = '', how = '']) => {
    const ids = [...names.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '')
    if (how.startsWith('disagreement recorded')) return !recorded.has(ids.toSorted().join())
    return how === 'note' && !ids.some((id) => noted.has(id))
  })
  expect(wrong).toEqual([])
})

test('the reading notes list every sum and every date that was worked out', () => {
  const sums = facts.flatMap(({ id, arithmetic }) =>
    arithmetic ? [[`\`${id}\``, arithmetic.question, arithmetic.conclusion].join(' | ')] : [],
  )
  const listed = rows('Figures').map(([id, question, , conclusion]) => [id, question, conclusion].join(' | '))
  expect(listed.toSorted()).toEqual(sums.toSorted())

  const dates = facts.flatMap(({ id, when }) => (when?.resolved ? [`\`${id}\` | ${when.resolved}`] : []))
  expect(
    rows('Relative dates')
      .map(([id, , , from]) => `${id} | ${from}`)
      .toSorted(),
  ).toEqual(dates.toSorted())
})

test('the reading notes speak of facts that are there', () => {
  const known = new Set<string>([...base.facts.keys(), ...base.sources.keys()])
  const named = [...page.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map((found) => found[1] ?? '')
  expect(named.filter((id) => !known.has(id))).toEqual([])
})
