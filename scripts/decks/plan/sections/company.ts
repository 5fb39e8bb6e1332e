import type { Fact } from '../../../facts/fact-schema.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { bars } from '../layouts/bars.ts'
import { comparableKey } from '../layouts/comparable.ts'
import type { FactLayout } from '../layouts/fact-layout.ts'
import { timeline } from '../layouts/timeline.ts'
import { transfers } from '../layouts/transfers.ts'
import { voices } from '../layouts/voices.ts'

/** Facts that may share slides of a layout, and how many of them one slide takes. */
export interface Company {
  layout: FactLayout
  most: number
}

/**
 * With whom a fact may share a slide, by its id; a fact in no company stands alone. Transfers come first,
 * then figures of one kind; a figure without its like stays big and alone; what has no figure goes by its
 * date, then by its speaker.
 */
export function companiesOf(facts: readonly Fact[]): Map<string, Company> {
  const companies = new Map<string, Company>()
  const found = (layout: FactLayout, most: number, members: readonly Fact[]): void => {
    if (!layout.suits(members)) return
    const company = { layout, most: Math.ceil(members.length / Math.ceil(members.length / most)) }
    for (const { id } of members) companies.set(id, company)
  }
  const free = (): Fact[] => facts.filter(({ id }) => !companies.has(id))
  const withoutFigure = (): Fact[] => free().filter(({ quantities }) => quantities.length === 0)

  found(
    transfers,
    capacity.transfers.transfers,
    facts.filter(({ transfer }) => transfer),
  )
  for (const key of new Set(facts.flatMap(({ quantities }) => quantities.map(comparableKey)))) {
    const members = free().filter(({ quantities }) => quantities.some((each) => comparableKey(each) === key))
    found(bars, capacity.bars.bars, members)
  }
  found(
    timeline,
    capacity.timeline.events,
    withoutFigure().filter(({ when }) => when),
  )
  found(
    voices,
    capacity.voices.voices,
    withoutFigure().filter(({ saidBy }) => saidBy.length > 0),
  )
  // Many plain statements, a slide each, would be a wall: they go by who says so, the articles' own voices
  // among them.
  const plain = withoutFigure()
  if (plain.length >= many) found(statements, capacity.voices.voices, plain)
  return companies
}

/** From how many on plain statements share slides. */
const many = 5

const statements: FactLayout = { ...voices, suits: (facts) => facts.length >= 2 }
