import { actorMentions } from '../../facts/evidence/support.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Asked, Fit } from './asked.ts'
import type { KeyWords } from '../../languages/language.ts'

/**
 * How well the actors of options are those of the question's facts: 1 who says so, 0.5 whom it is about, 0
 * who passes it on (1 where the stem asks for that), -0.5 who has no part in it. Who is named in the stem is
 * not asked for.
 */
export function speakerFits(
  { question, facts, options }: Asked,
  base: FactBase,
  { asksRelay }: KeyWords,
): (Fit | undefined)[] {
  const inStem = new Set(actorMentions(question.stem, base).flatMap(({ actors }) => actors))
  const relay = asksRelay.test(question.stem)
  return options.map(({ text }) => {
    const named = actorMentions(text, base)
      .flatMap(({ actors }) => actors)
      .filter((id) => !inStem.has(id))
    const fits = named.map((id): Fit => {
      const name = base.actors.get(id as never)?.value.name ?? id
      const has = (key: 'saidBy' | 'via' | 'actors'): string | undefined =>
        facts.find((fact) => fact[key].some((each) => each === id))?.id
      const [says, passes, about] = [has('saidBy'), has('via'), has('actors')]
      if (says !== undefined && !relay) return { fit: 1, says: `fact "${says}" is said by ${name}` }
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
