import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { factsView } from '../../scripts/outputs/site/facts-page.ts'
import { madeFiles } from '../../scripts/outputs/made-links.ts'

const { content } = await loadContent('.')
const facts = content!.facts

test('every fact of the unit has its telling words, at most ten, and a claim and its words are not the same', () => {
  expect(facts.filter(({ telling }) => telling === undefined).map(({ id }) => id)).toEqual([])
  for (const { statement, telling } of facts) {
    expect(telling!.quoted).toMatch(/^“.+”$/)
    expect(telling!.quoted.split(/\s+/).length).toBeLessThanOrEqual(10)
    expect(telling!.text).toBe(`In its words: ${telling!.quoted}`)
    expect(statement).not.toBe(telling!.quoted)
  }
})

test('the explorer and the notes of slides quote them', () => {
  const shown = factsView(content!, madeFiles([])).topics.flatMap((topic) => topic.facts)
  expect(shown.map(({ telling }) => telling)).toEqual(
    shown.map(({ id }) => facts.find((fact) => fact.id === id)!.telling!.text),
  )
  const slides = content!.decks.flatMap((deck) => deck.slides)
  for (const slide of slides)
    for (const id of slide.facts) {
      const { telling } = facts.find((fact) => fact.id === id)!
      expect(slide.notes.sources.join('\n')).toContain(telling!.quoted)
    }
})
