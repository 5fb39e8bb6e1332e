import type { FactView } from '../../../../contract/fact-view.ts'
import type { Notes } from '../../../../contract/deck.ts'
import type { Outline } from '../../outline-schema.ts'
import { citedFacts } from './cited-facts.ts'
import type { Draft, Material, SlideContent } from '../material.ts'
import { backgroundViews } from '../../../facts/background/background-views.ts'
import { askedOf } from './asked.ts'
import { speech } from './speech.ts'
import { messagesFor } from '../../../../contract/messages/registry.ts'
import { fill } from '../../../../contract/messages/wording.ts'

/**
 * Speaker notes, a script: what the author says, else what can be said of what the slide shows; what to ask,
 * likely answers and what to say to them; the way on; where every fact stands; the minutes. A slide that goes on
 * with the sum of the slide before it does not repeat what is known; the one after it is what the way leads to.
 */
export function notesOf(
  draft: Draft,
  around: { before: Draft | undefined; after: Draft | undefined },
  minutes: number,
  outline: Outline,
  material: Material,
): Notes {
  return {
    say: draft.say ? [...draft.say] : speech(draft.content, around.before?.content, outline, material),
    ...askedOf(draft, material),
    ...wayTo(around.after),
    sources: [
      ...sourcesOf(citedFacts(draft.content, material), material),
      ...referencesOf(draft.content, material),
    ],
    minutes,
  }
}

function wayTo(after: Draft | undefined): Pick<Notes, 'next'> {
  if (after?.content.kind !== 'layout' || after.content.layout === 'sources') return {}
  return { next: after.content.props.title }
}

/** On what the background of a slide was checked. */
function referencesOf(content: SlideContent, { base }: Material): string[] {
  if (content.kind !== 'layout' || content.layout !== 'primer') return []
  const shown = new Set(content.props.entries.map(({ name }) => name))
  return [
    ...new Set(backgroundViews(base).flatMap(({ name, checked }) => (shown.has(name) ? [checked] : []))),
  ]
}

/** The telling words of the facts whose first passage stands in an article, on a line of their own. */
function tellingWords(facts: readonly FactView[], source: string, words: string): string[] {
  const quoted = facts.flatMap(({ evidence, telling }) =>
    telling && evidence[0]?.source === source ? [telling.quoted] : [],
  )
  return quoted.length === 0 ? [] : [fill(words, { words: [...new Set(quoted)].join('; ') })]
}

/**
 * A line for every article with all its places in the order of the text; the citation of an article without a
 * publisher may hold its title already.
 */
function sourcesOf(facts: readonly FactView[], { base }: Material): string[] {
  const messages = messagesFor(base.unit.language)
  const { quoted } = messages.slides
  const evidence = facts.flatMap((fact) => fact.evidence)
  return [...new Set(evidence.map(({ source }) => source))].flatMap((id) => {
    const [first, ...others] = evidence
      .filter(({ source }) => source === id)
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
    if (!first) return []
    const { title, citation, place } = first
    const named = fill(quoted, { text: title })
    const more = others.map(({ start, end }) => `${start}–${end}`)
    return [
      [
        ...(citation.startsWith(named) ? [] : [named]),
        citation,
        ...new Set([place, ...more.filter((each) => !place.endsWith(` ${each}`))]),
      ].join(', '),
      ...tellingWords(facts, id, messages.facts.telling),
    ]
  })
}
