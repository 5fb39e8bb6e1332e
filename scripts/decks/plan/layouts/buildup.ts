import type { Fact, Quantity } from '../../../facts/fact-schema.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { planWords, type DeckFact, type Material } from '../material.ts'
import { limitAmong, limitOf, sharedMeasure, type Limit } from './comparable.ts'
import type { FactLayout } from './fact-layout.ts'

const unitOf = ({ unit }: { unit: string }): string => unit

/** Amounts that came together over time, against a limit: when each stretch began, what it came to. */
export const buildup: FactLayout = {
  name: 'buildup',
  needs:
    'quantities of one unit: in one fact a limit ("upTo" or "lessThan", without a date), in the others an amount with the date from which it is counted',
  fits: (facts) => {
    const unit = sharedMeasure(facts, unitOf)
    const limit = boundOf(facts, unit)
    return (
      limit !== undefined &&
      facts.length >= 2 &&
      facts.every((fact) => fact === limit.fact || fact.when?.from !== undefined)
    )
  },
  suits: () => false,
  toSlides: (facts, { title, section, material }) => {
    const members = facts.map(({ fact }) => fact)
    const unit = sharedMeasure(members, unitOf) ?? ''
    const found = boundOf(members, unit)
    const limit = facts.find(({ fact }) => fact === found?.fact)
    const bound = found && limit?.view.quantities[found.index]
    if (!limit || !bound) return []
    const amounts = facts.flatMap((each) => {
      const quantity = quantityOf(each, unit)
      const { when } = each.fact
      if (each === limit || !quantity || !when?.from) return []
      return [
        {
          from: when.from,
          to: when.to ?? lastSeen(each, material) ?? when.from,
          ...(when.to === undefined ? { open: true as const } : {}),
          when: each.view.when ?? when.from,
          quantity,
          fact: factLine(each.view),
        },
      ]
    })
    return evenParts(amounts, capacity.buildup.amounts).map((part) => ({
      kind: 'layout',
      layout: 'buildup',
      props: {
        title: title ?? fill(planWords(material).buildup, { section }),
        unit,
        limit: { label: limit.view.short, quantity: bound, fact: factLine(limit.view) },
        amounts: part,
      },
      facts: [...new Set([limit.view.id, ...part.map(({ fact }) => fact.id)])],
      questions: [],
    }))
  },
}

/** Of what an author asks to see beside a limit, an undated "at most" is one, marked or not. */
function boundOf(facts: readonly Fact[], unit: string | undefined): Limit | undefined {
  const isBound = (quantity: Quantity): boolean =>
    quantity.unit === unit && (quantity.bound === 'upTo' || quantity.bound === 'lessThan')
  const undated = facts.filter(({ when }) => !when)
  return limitOf(facts, unit) ?? limitAmong(undated, isBound)
}

function quantityOf({ view }: DeckFact, unit: string) {
  return view.quantities.find((each) => each.unit === unit)
}

/** What is still counted has been counted up to the day of the text that says so. */
function lastSeen({ fact }: DeckFact, { base }: Material): string | undefined {
  const source = fact.evidence[0]?.source
  return source === undefined ? undefined : base.sources.get(source)?.value.published?.date
}
