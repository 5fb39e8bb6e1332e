import type { Content } from '../../scripts/decks/content.ts'
import { mostOnOnePage } from '../../scripts/outputs/site/fact-pages.ts'
import { fact, sampleContent } from './content.ts'

/** So many facts are a few more than one page of the explorer holds. */
export const largeCount = mostOnOnePage + 60

/**
 * The sample with more facts than one page holds: two small topics, one that needs three pages, and many facts that
 * no topic lists.
 */
export function largeContent(language = 'en'): Content {
  const content = sampleContent()
  const { facts } = content
  const more = Array.from({ length: largeCount - facts.length }, (_, n) =>
    fact(`gauge-${n}`, {
      topic: n < 250 ? 'gauges' : 'nowhere',
      statement: `Gauge number ${n} of the harbour office stands at ${1000 + n} paces.`,
      ...(n === 7 ? { note: 'A mayor’s gauge of 12,000 marks, in the Café.' } : {}),
    }),
  )
  content.facts = [...facts, ...more]
  content.topics = [
    ...content.topics,
    {
      id: 'gauges',
      title: 'Gauges',
      summary: 'Where they stand.',
      facts: more.slice(0, 250).map(({ id }) => id),
    },
  ]
  // From one page to another and back.
  const [high] = content.facts
  more[0]!.disagreements = [{ ...high!.disagreements[0]!, fact: 'gauge-180' }]
  more[1]!.disagreements = [{ ...high!.disagreements[0]!, fact: 'gauge-2' }]
  content.unit.language = language
  return content
}
