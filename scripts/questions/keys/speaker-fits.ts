import { actorMentions } from '../../facts/evidence/name-index.ts'
import { contentStems } from '../../languages/language.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { shared, type Asked, type Fit } from './asked.ts'
import type { KeyWords } from '../../languages/language.ts'

/**
 * How well the actors of options are those of the question's facts: 1 who says so, 0.5 whom it is about, 0
 * who passes it on (1 where the stem asks for that), -0.5 who has no part in it. Of several facts that are said by
 * different people, the stem asks for the one with whose statement it shares most words. Who is named in the stem
 * is not asked for.
 */
export function speakerFits(
  { question, facts, stem, options }: Asked,
  base: FactBase,
  { asksRelay }: KeyWords,
): (Fit | undefined)[] {
  const inStem = new Set(actorMentions(question.stem, base).flatMap(({ actors }) => actors))
  const relay = asksRelay.test(question.stem)
  const near = new Map(
    facts.map((fact) => [fact.id, shared(contentStems(fact.statement, base.language), stem)]),
  )
  const nearest = Math.max(0, ...facts.flatMap(({ id, saidBy }) => (saidBy.length > 0 ? near.get(id)! : [])))
  return options.map(({ text }) => {
    const named = actorMentions(text, base)
      .flatMap(({ actors }) => actors)
      .filter((id) => !inStem.has(id))
    const fits = named.map((id): Fit => {
      const name = base.actors.get(id as never)?.value.name ?? id
      const has = (key: 'via' | 'actors'): string | undefined =>
        facts.find((fact) => fact[key].some((each) => each === id))?.id
      const said = facts.filter((fact) => fact.saidBy.some((each) => each === id))
      const [passes, about] = [has('via'), has('actors')]
      const says = (said.find((fact) => near.get(fact.id) === nearest) ?? said[0])?.id
      if (says !== undefined && !relay && near.get(says) === nearest)
        return { fit: 1, says: `fact "${says}" is said by ${name}` }
      if (passes !== undefined && relay) return { fit: 1, says: `fact "${passes}" comes through ${name}` }
      if (about !== undefined || says !== undefined)
        return { fit: 0.5, says: `fact "${about ?? says}" is about ${name}` }
      if (passes !== undefined) return { fit: 0, says: `fact "${passes}" is only passed on by ${name}` }
      return {
        fit: -0.5,
        says: `${name} has no part in ${facts.map(({ id: each }) => `"${each}"`).join(', ')}`,
      }
    })
    return fits.toSorted((a, b) => b.fit - a.fit)[0]
  })
}
