import type { FactView } from '../../../../contract/fact-view.ts'
import type { Notes } from '../../../../contract/deck.ts'
import type { Outline } from '../../outline-schema.ts'
import { citedFacts } from './cited-facts.ts'
import type { Draft, Material } from '../material.ts'
import { revealSteps } from '../../../../contract/reveal.ts'
import { speech } from './speech.ts'
import { messagesFor } from '../../../../contract/messages/registry.ts'
import { fill } from '../../../../contract/messages/wording.ts'

/**
 * Speaker notes: what the author says, else what can be said of what the slide shows; where every fact
 * stands; the minutes. Of the slide before it a slide that goes on with the same sum does not repeat what is
 * known; the one after it is what the way leads to.
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
    sources: sourcesOf(citedFacts(draft.content, material), material),
    minutes,
  }
}

/** What a teacher asks before a click, by what waits for it. */
function askedOf({ content }: Draft, { base }: Material): Pick<Notes, 'ask'> {
  if (content.kind !== 'layout') return {}
  const { ask } = messagesFor(base.unit.language).notes
  switch (content.layout) {
    case 'disagreement':
      return { ask: ask.accounts }
    case 'arithmetic':
      return { ask: ask.sum }
    case 'checkpoint':
      return { ask: ask.hands }
    case 'timeline':
    case 'map':
    case 'relay':
    case 'mentions':
    case 'buildup':
    case 'transfers':
      return revealSteps(content) > 0 ? { ask: ask.next } : {}
    case 'bars':
    case 'figure':
      return { ask: ask.wording }
    default:
      return {}
  }
}

function wayTo(after: Draft | undefined): Pick<Notes, 'next'> {
  if (after?.content.kind !== 'layout' || after.content.layout === 'sources') return {}
  return { next: after.content.props.title }
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
