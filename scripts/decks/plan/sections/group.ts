import type { Fact } from '../../../facts/fact-schema.ts'
import { companiesOf, type Company } from './company.ts'
import { disagree } from '../layouts/disagreement.ts'
import type { FactLayout } from '../layouts/fact-layout.ts'
import { chooseLayout } from '../layouts/index.ts'
import type { DeckFact } from '../material.ts'
import { orderByNeeds } from './order.ts'

/** Facts that share a slide, or a few slides of one layout. */
export interface Group {
  layout: FactLayout
  facts: DeckFact[]
}

interface Slot {
  company: Company | 'alone' | 'pair'
  facts: DeckFact[]
}

/**
 * Puts facts that belong together on common slides and orders these so that no fact comes before one it
 * needs. A fact joins the first slide of its company that has room and comes after all that the fact needs;
 * every two facts that disagree stand side by side. Otherwise the given order wins.
 */
export function groupFacts(facts: readonly DeckFact[]): Group[] {
  const ordered = orderByNeeds(facts)
  const opponents = (one: DeckFact): DeckFact[] =>
    ordered.filter((other) => other !== one && disagree(one.fact, other.fact))
  const companies = companiesOf(
    ordered.filter((each) => !standsAlone(each.fact) && opponents(each).length === 0).map(({ fact }) => fact),
  )
  const slots: Slot[] = []
  const placed = new Map<string, number>()

  for (const each of ordered) {
    const { id, needs } = each.fact
    const afterNeeds = 1 + Math.max(-1, ...needs.map((need) => placed.get(need) ?? -1))
    const join = (company: Slot['company'], hasRoom: (slot: Slot) => boolean, before: DeckFact[] = []) => {
      let at = slots.findIndex(
        (slot, index) => index >= afterNeeds && slot.company === company && hasRoom(slot),
      )
      if (at >= 0) slots[at]?.facts.push(each)
      else at = slots.push({ company, facts: [...before, each] }) - 1
      placed.set(id, Math.min(at, placed.get(id) ?? at))
    }
    const seen = opponents(each).filter((other) => placed.has(other.fact.id))
    const company = companies.get(id)
    if (company) join(company, (slot) => slot.facts.length < company.most)
    else if (standsAlone(each.fact) || opponents(each).length === 0) join('alone', () => false)
    else if (seen.length === 0) join('pair', () => false)
    for (const other of seen)
      join('pair', (slot) => slot.facts.length === 1 && slot.facts[0] === other, [other])
  }
  return slots.flatMap(({ company, facts: members }) => {
    const layout = layoutOf(
      company,
      members.map(({ fact }) => fact),
    )
    if (layout) return [{ layout, facts: members }]
    // Of a large company two may share a slide that alone have nothing in common: a timeline of one day, say.
    return members.flatMap((member) => {
      const own = chooseLayout([member.fact])
      return own ? [{ layout: own, facts: [member] }] : []
    })
  })
}

/**
 * A sum or a quote is the point of its fact: it has a slide of its own, even where the fact also stands in a
 * pair.
 */
function standsAlone({ arithmetic, quote }: Fact): boolean {
  return arithmetic !== undefined || quote !== undefined
}

function layoutOf(company: Slot['company'], facts: readonly Fact[]): FactLayout | undefined {
  return typeof company === 'object' && company.layout.suits(facts) ? company.layout : chooseLayout(facts)
}
