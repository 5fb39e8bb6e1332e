import type { Mention, Relations } from '../../../languages/reading.ts'
import { about, sameOne, type Comparison, type StatementFinding, type WordRule } from './comparison.ts'

/**
 * Two do not change places: where the passages have one as the doer and the other after "in", say, and the
 * statement has it the other way round, whatever the words beside them are.
 */
export const placesKept: WordRule = (comparison) => {
  const { fact, text, relations, passages, base } = comparison
  // Who speaks stands outside of what is told.
  const voices = [...fact.saidBy, ...fact.via] as readonly string[]
  const own = relations.slots.filter(({ mention }) => !mention.ids.some((id) => voices.includes(id)))
  const there = (mention: Mention): ReadonlySet<string> =>
    slotsOf(
      mention,
      passages.map((each) => each.relations),
    )
  const turned = own.flatMap((one, index): StatementFinding[] => {
    const mine = there(one.mention)
    if (mine.size === 0 || mine.has(one.slot)) return []
    const other = own.slice(index + 1).find((each) => {
      if (each.slot === one.slot || sameOne(each.mention, one.mention)) return false
      const yours = there(each.mention)
      return mine.has(each.slot) && yours.has(one.slot) && !yours.has(each.slot)
    })
    if (!other) return []
    const named = (mention: Mention): string =>
      base.actors.get(mention.ids[0] as never)?.value.name ?? text.slice(mention.start, mention.end)
    return [
      about(
        one.mention,
        'warning',
        'fact/roles-kept',
        `Unexpected "${text.slice(one.mention.start, one.mention.end)}" and "${text.slice(other.mention.start, other.mention.end)}" in each other\u2019s place in the statement of "${fact.id}", expected ${named(one.mention)} and ${named(other.mention)} as in its passages`,
      ),
    ]
  })
  return [...turned, ...displaced(comparison)].slice(0, 1)
}

function slotsOf(mention: Mention, passages: readonly Relations[]): ReadonlySet<string> {
  return new Set(
    passages.flatMap(({ slots }) =>
      slots.flatMap((each) => (sameOne(each.mention, mention) ? [each.slot] : [])),
    ),
  )
}

/** Prepositions that say where or whither so clearly that nobody else can stand after them. */
const clear = new Set('across beyond against near inside outside along alongside towards from'.split(' '))

/** "Across Norway" where the passages have Norway in another place and somebody else after "across". */
function displaced({ fact, text, relations, passages, base }: Comparison): StatementFinding[] {
  const theirs = passages.flatMap((passage) => passage.relations.slots)
  return relations.slots.flatMap(({ mention, slot }): StatementFinding[] => {
    if (!clear.has(slot)) return []
    const elsewhere = theirs.filter((each) => sameOne(each.mention, mention))
    const instead = theirs.find((each) => each.slot === slot)
    if (!instead || elsewhere.length === 0 || elsewhere.some((each) => each.slot === slot)) return []
    return [
      about(
        mention,
        'warning',
        'fact/roles-kept',
        `Unexpected "${text.slice(mention.start, mention.end)}" after "${slot}" in the statement of "${fact.id}", expected ${base.actors.get(instead.mention.ids[0] as never)?.value.name ?? 'another'} as in its passages`,
      ),
    ]
  })
}
