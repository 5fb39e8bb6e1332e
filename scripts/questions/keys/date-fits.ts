import { missingFrom, readSupport, type Support } from '../../facts/evidence/support.ts'
import { contentStems } from '../../languages/language.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { wordWhen } from '../../facts/wording.ts'
import { shared, type Asked, type DateFit } from './asked.ts'
import type { KeyWords } from '../../languages/language.ts'

/**
 * How well the dates of options are those that the question asks for: 1 where no other option's date stands
 * nearer to what the stem asks, -1 where the facts have dates and this is none of them. A statement may have
 * several: the words beside a date tell what it dates.
 */
export function dateFits(
  { facts, stem, options }: Asked,
  base: FactBase,
  { parts }: KeyWords,
): (DateFit | undefined)[] {
  const read = options.map(({ text }) => base.language.readTokens(text).dates)
  if (read.every((dates) => dates.length === 0)) return options.map(() => undefined)
  const dated = facts.flatMap((fact) => {
    const when = whenText(fact)
    return when === undefined ? [] : [{ fact, when: readSupport(when, base) }]
  })
  const pieces = facts.flatMap(({ id, statement }) =>
    statement.split(parts).map((text) => ({
      id,
      there: readSupport(text, base),
      near: shared(contentStems(text, base.language), stem),
    })),
  )
  const found = read.map((dates) => {
    if (dates.length === 0) return undefined
    const stands = (there: Support): boolean =>
      dates.every((date) => missingFrom(there, date.text, base).dates.length === 0)
    const own = dated.find(({ when }) => stands(when))
    const piece = pieces.filter((each) => stands(each.there)).toSorted((a, b) => b.near - a.near)[0]
    return { own, piece, near: (piece?.near ?? 0) + (own ? 0.5 : 0) }
  })
  const nearest = Math.max(...found.map((each) => each?.near ?? 0))
  return found.map((each) => {
    if (!each) return undefined
    const { own, piece, near } = each
    const at = own ?? dated[0]
    return {
      near,
      fit: near > 0 && near === nearest ? 1 : own || dated.length === 0 ? 0 : -1,
      says: at
        ? `fact "${at.fact.id}" dates it: ${wordWhen(at.fact.when!)}`
        : `fact "${piece?.id ?? facts[0]?.id}" gives no such date`,
    }
  })
}

/** When a fact happened, in words and as ISO dates of reduced precision. */
function whenText({ when }: Fact): string | undefined {
  return when && [wordWhen(when), when.from ?? '', when.to ?? ''].join('\n')
}
