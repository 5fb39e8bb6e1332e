import type { FactBase } from './fact-base.ts'
import type { Excuse } from './fact-schema.ts'
import type { FactId } from './ids.ts'
import type { ShownText, ShownTexts } from './shown-texts.ts'
import type { Place } from '../source/json-document.ts'

/** What the unit and its topics are called and said to be about: about all their facts. */
export function unitTexts(base: FactBase): ShownTexts[] {
  const { unit, unitPlace } = base
  const all = [...base.facts.keys()]
  return [
    ...(unitPlace ? [titleAndSummary(unit, unitPlace, 'the unit', all)] : []),
    ...base.topics.map(({ value, place, facts }) =>
      titleAndSummary(value, place, `topic "${value.id}"`, facts),
    ),
  ]
}

function titleAndSummary(
  value: { title: string; summary: string; notInFacts?: Excuse[] | undefined },
  place: Place,
  of: string,
  facts: readonly FactId[],
): ShownTexts {
  return {
    texts: (['title', 'summary'] as const).map((key): ShownText => ({
      kind: key,
      text: value[key],
      at: place.in(key),
      of,
      facts,
    })),
    excuses: value.notInFacts ?? [],
    excuseAt: (index) => place.in('notInFacts', index).location,
  }
}
