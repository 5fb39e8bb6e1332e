import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Actor } from '../actor-schema.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact, Quantity } from '../fact-schema.ts'
import type { ActorId } from '../ids.ts'
import { hedgeCarrier, readHedges, type HedgeClass } from './hedges.ts'
import { actorMentions } from './support.ts'
import { readTokens, type Bound, type Figure } from './tokens.ts'
import { contentStems } from './words.ts'

/**
 * Never drops a "reportedly": where the evidence hedges something that the statement takes over, the statement leaves as much open. A
 * warning where only the status and the speaker do, which are shown beside it: a statement is true on its own. What a hedge governs is taken to be the rest of its clause, at most ten words; it counts
 * where the statement has a word that the evidence uses, or a body that it names, only there.
 */
export function hedgesKept(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const said = units(fact.statement, base)
  for (const id of [...fact.saidBy, ...fact.via]) said.delete(`@${id}`)
  const diagnostics: Diagnostic[] = []
  const reported = new Set<HedgeClass>()
  const plain = units(spans.map(unhedged).join('\n'), base)
  for (const span of spans) {
    for (const hedge of readHedges(span)) {
      if (reported.has(hedge.class) || hedgeCarrier(hedge.class, fact) === 'statement') continue
      const governed = units(clauseAfter(span, hedge.end), base)
      if (![...governed].some((stem) => said.has(stem) && !plain.has(stem))) continue
      reported.add(hedge.class)
      const beside = hedgeCarrier(hedge.class, fact) === 'status'
      diagnostics.push(
        (beside ? warning : error)(
          place.in('statement').location,
          'fact/hedge-kept',
          `Unexpected certainty in the statement of "${fact.id}", expected a hedge such as the "${hedge.text}" of its evidence`,
          beside
            ? 'only the status or the speaker shown beside the statement keeps it'
            : `${carriers[hedge.class]} keeps it`,
        ),
      )
    }
  }
  return diagnostics
}

const carriers: Record<HedgeClass, string> = {
  hearsay: 'a word such as "reportedly" or "says"',
  possibility: 'a word such as "may" or "possibly"',
  likelihood: 'a word such as "believed" or "likely"',
}

/** A text without what its hedges govern. */
function unhedged(text: string): string {
  let rest = ''
  let from = 0
  for (const { start, end } of readHedges(text)) {
    rest += text.slice(from, Math.max(from, start))
    from = Math.max(from, end + clauseAfter(text, end).length)
  }
  return rest + text.slice(from)
}

// States and persons are named everywhere: that two texts share one does not make them say the same.
const telling: readonly Actor['kind'][] = ['government-body', 'organisation', 'company', 'international-body']

/** Stems of content words, and the ids of bodies that are named: a name and its alias count as one. */
function units(text: string, base: FactBase): Set<string> {
  const found = new Set<string>()
  let rest = ''
  let from = 0
  for (const { actors, start, end } of actorMentions(text, base)) {
    for (const id of actors)
      if (telling.includes(base.actors.get(id as ActorId)?.value.kind ?? 'state')) found.add(`@${id}`)
    rest += text.slice(from, start)
    from = end
  }
  for (const stem of contentStems(rest + text.slice(from))) found.add(stem)
  return found
}

const boundWords: Record<Bound, string> = {
  atLeast: 'at least',
  moreThan: 'more than',
  upTo: 'up to',
  almost: 'almost',
  about: 'about',
}

/** "Over a million" does not become a million: a figure that stands in the evidence only with a bound keeps it, in the statement, in the short form and as a quantity. */
export function boundsKept({ value: fact, place }: Entry<Fact>, spans: readonly string[]): Diagnostic[] {
  const there = spans.flatMap((span) => readTokens(span).figures)
  const diagnostics: Diagnostic[] = []
  for (const key of ['statement', 'short'] as const) {
    for (const figure of readTokens(fact[key]).figures) {
      const lost = lostBound(figure.values, figure.bound, there)
      if (lost)
        diagnostics.push(
          error(
            place.in(key).location,
            'fact/bound-kept',
            `Unexpected bare "${figure.text}" in the ${key === 'short' ? 'short form' : 'statement'} of "${fact.id}", expected "${boundWords[lost]}" before it as in the evidence`,
          ),
        )
    }
  }
  for (const [index, quantity] of fact.quantities.entries()) {
    if (quantity.value === undefined) continue
    const bound = boundOf(quantity)
    const lost = lostBound([quantity.value], bound, there)
    if (lost)
      diagnostics.push(
        error(
          place.in('quantities', index).location,
          'fact/bound-kept',
          `Unexpected bound "${quantity.bound}" of quantity "${quantity.id}", expected "${lost}" as in the evidence`,
        ),
      )
  }
  return diagnostics
}

/** The bound that all places of a figure in the evidence bear, where `bound` is none of theirs. */
function lostBound(
  values: readonly number[],
  bound: Bound | undefined,
  there: readonly Figure[],
): Bound | undefined {
  const places = there.filter((figure) => figure.values.some((value) => values.includes(value)))
  const bounds = places.flatMap((figure) => figure.bound ?? [])
  if (bounds.length === 0 || bounds.length < places.length) return undefined
  return bounds.some((each) => each === bound || (isFloor(each) && isFloor(bound))) ? undefined : bounds[0]
}

function isFloor(bound: Bound | undefined): boolean {
  return bound === 'atLeast' || bound === 'moreThan'
}

function boundOf({ bound, display, value }: Quantity): Bound | undefined {
  const shown = display === undefined ? [] : readTokens(display).figures
  const own = shown.find(({ values }) => value !== undefined && values.includes(value))?.bound
  return own ?? (bound === 'exact' ? undefined : bound)
}

function clauseAfter(text: string, from: number): string {
  return /^(?:[^\s.;:!?—–]*\s*){0,11}/.exec(text.slice(from))?.[0] ?? ''
}
