import { contentStems, type Figure, type Language } from '../../languages/language.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Quantity } from '../../facts/fact-schema.ts'
import { quantityView } from '../../facts/wording.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { shared, type Asked, type AskedOption, type Fit } from './asked.ts'

interface Given {
  fact: string
  quantity: Quantity
  /** As it is shown. */
  text: string
  figures: readonly Figure[]
  /** How many words of its label and unit the stem has. */
  asked: number
}

/**
 * How well options give a quantity of the question's facts: 1 with its figure, bound and unit, where the stem
 * asks for none of the others more than for this one; 0.3 where it does; -1 where the figure is that of a
 * fact and its bound or its unit is not.
 */
export function quantityFits({ facts, stem, options }: Asked, base: FactBase): (Fit | undefined)[] {
  const { language } = base
  const words = messagesFor(base.unit.language)
  const given = facts.flatMap(({ id, quantities }) =>
    quantities.map((quantity): Given => {
      const { text } = quantityView(quantity, words)
      const asked = shared(contentStems(`${quantity.label} ${quantity.unit}`, language), stem)
      return { fact: id, quantity, text, figures: language.readTokens(text).figures, asked }
    }),
  )
  if (given.length === 0) return options.map(() => undefined)
  const found = options.map((option) => {
    const { figures } = language.readTokens(option.text)
    const fits = given.map((each) => ({ each, as: compare(option, figures, each, language) }))
    return {
      exact: fits.flatMap(({ each, as }) => (as === 'exactly' ? [each] : [])),
      off: fits.find(({ as }) => as === 'otherwise')?.each,
    }
  })
  const most = Math.max(0, ...found.flatMap(({ exact }) => exact.map(({ asked }) => asked)))
  return found.map(({ exact, off }) => {
    const best = exact.toSorted((a, b) => b.asked - a.asked)[0]
    if (best) return { fit: best.asked === most ? 1 : 0.3, says: saying(best) }
    return off ? { fit: -1, says: saying(off) } : undefined
  })
}

function saying({ fact, text }: Given): string {
  return `fact "${fact}" gives ${text}`
}

/** Whether an option gives a quantity as its fact does, with another bound or unit, or not at all. */
function compare(
  { choice, text }: AskedOption,
  figures: readonly Figure[],
  { fact, quantity, figures: own }: Given,
  language: Language,
): 'exactly' | 'otherwise' | undefined {
  if (choice.quantity)
    return choice.quantity.fact === fact && choice.quantity.quantity === quantity.id ? 'exactly' : undefined
  const there = ends(quantity, figures)
  if (!there) return undefined
  // An answer without a unit leaves it to the stem; five words are enough for one: "10,000 soldiers from the
  // north a day".
  const after = [...contentStems(text.slice(there.last.end), language)].slice(0, 5)
  const unit = [...contentStems(quantity.unit, language)]
  const sameUnit = after.length === 0 || unit.every((word) => after.includes(word))
  return sameUnit && there.first.bound === ends(quantity, own)?.first.bound ? 'exactly' : 'otherwise'
}

/** The first and the last figure of a quantity among those of a text. */
function ends(
  { value, low, high }: Quantity,
  figures: readonly Figure[],
): { first: Figure; last: Figure } | undefined {
  const has = (wanted: number | undefined): Figure | undefined =>
    wanted === undefined ? undefined : figures.find(({ values }) => values.includes(wanted))
  const first = has(value ?? low)
  const last = has(value ?? high)
  return first && last && { first, last }
}
