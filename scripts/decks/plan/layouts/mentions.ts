import { capacity } from '../../../../contract/capacity.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import { factLine } from '../fact-line.ts'
import { planWords, type DeckFact } from '../material.ts'
import type { FactLayout } from './fact-layout.ts'

/** Who speaks of whom: people and bodies, with what is said between them. */
export const mentions: FactLayout = {
  name: 'mentions',
  needs: 'at least two facts, each about somebody who does not say it himself',
  fits: (facts) =>
    facts.length >= 2 &&
    facts.every(({ saidBy, via, actors }) =>
      actors.some((actor) => !saidBy.includes(actor) && !via.includes(actor)),
    ),
  suits: () => false,
  toSlides: (facts, { title, section, material }) =>
    partsOfFew(facts).map((part) => {
      const speakers = [...new Set(part.map(speakerOf))]
      const about = inOrderOfLinks(part)
      return {
        kind: 'layout',
        layout: 'mentions',
        props: {
          title: title ?? fill(planWords(material).mentions, { section }),
          speakers,
          about,
          links: part.map((each) => ({
            from: speakers.indexOf(speakerOf(each)),
            to: spokenOf(each).map((name) => about.indexOf(name)),
            fact: factLine(each.view),
          })),
        },
        facts: part.map(({ view }) => view.id),
        questions: [],
      }
    }),
}

/** An article that speaks for itself goes by its name. */
function speakerOf({ view }: DeckFact): string {
  return view.speakers.length === 0 ? view.text : view.speakers.map(({ name }) => name).join(', ')
}

function spokenOf({ fact, view }: DeckFact): string[] {
  // Through whom it came is no part of what is said.
  const speakers = new Set<string>([...fact.saidBy, ...fact.via])
  return view.actors.filter(({ id }) => !speakers.has(id)).map(({ name }) => name)
}

/** Everybody spoken of, beside the middle of what is said of him: so the fewest lines cross. */
function inOrderOfLinks(part: readonly DeckFact[]): string[] {
  const names = [...new Set(part.flatMap(spokenOf))]
  const middleOf = (name: string): number => {
    const places = part.flatMap((each, place) => (spokenOf(each).includes(name) ? [place] : []))
    return places.reduce((sum, place) => sum + place, 0) / places.length
  }
  return names.toSorted((one, other) => middleOf(one) - middleOf(other))
}

function partsOfFew(facts: readonly DeckFact[]): DeckFact[][] {
  const parts: DeckFact[][] = []
  for (const each of facts) {
    const last = parts.at(-1)
    const holds =
      last &&
      last.length < capacity.mentions.links &&
      new Set([...last, each].flatMap(spokenOf)).size <= capacity.mentions.about
    if (holds) last.push(each)
    else parts.push([each])
  }
  return parts
}
