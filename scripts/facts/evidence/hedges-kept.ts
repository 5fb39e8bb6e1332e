import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import {
  contentStems,
  type Bound,
  type Figure,
  type Hedge,
  type HedgeClass,
  type Hedges,
  type Language,
} from '../../languages/language.ts'
import type { Actor } from '../actor-schema.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact, Quantity } from '../fact-schema.ts'
import type { ActorId } from '../ids.ts'
import { hedgeCarrier } from './hedge-carrier.ts'
import { actorMentions } from './name-index.ts'

/**
 * Never drops a "reportedly": where the evidence hedges something that the statement takes over, the
 * statement leaves as much open. A warning where only the status and the speaker do, which are shown beside
 * it: a statement is true on its own. What a hedge governs is taken to be the rest of its clause, at most ten
 * words; it counts where the statement has a word that the evidence uses, or a body that it names, only
 * there.
 */
export function hedgesKept(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const { hedges } = base.language
  if (!hedges) return []
  const found = spans.map((span) => hedges.read(span))
  // Most evidence has no hedge.
  if (found.every(({ length }) => length === 0)) return []
  const said = units(fact.statement, base)
  for (const id of [...fact.saidBy, ...fact.via]) said.delete(`@${id}`)
  const diagnostics: Diagnostic[] = []
  const reported = new Set<HedgeClass>()
  const plain = units(spans.map((span) => unhedged(span, hedges)).join('\n'), base)
  for (const [index, span] of spans.entries()) {
    for (const hedge of found[index]!) {
      const carrier = hedgeCarrier(hedge.class, fact, hedges)
      const passedOn = carrier === 'statement' && isPassedOn(span, hedge, hedges)
      if (reported.has(hedge.class) || (carrier === 'statement' && !passedOn)) continue
      if (passedOn && hedges.carries(withoutSaying(fact, base), hedge.class)) continue
      const governed = units(clauseAfter(span, hedge.end), base)
      if (![...governed].some((stem) => said.has(stem) && !plain.has(stem))) continue
      reported.add(hedge.class)
      const beside = passedOn || carrier === 'status'
      diagnostics.push(
        (beside ? warning : error)(
          place.in('statement').location,
          'fact/hedge-kept',
          `Unexpected certainty in the statement of "${fact.id}", expected a hedge such as the "${hedge.text}" of its evidence`,
          beside
            ? 'only the status or the speaker shown beside the statement keeps it'
            : keptBy(hedge.class, hedges),
        ),
      )
    }
  }
  return diagnostics
}

/** "Quill said that it had reportedly closed": whom Quill has it from is not Quill. */
function isPassedOn(span: string, { class: kind, start }: Hedge, hedges: Hedges): boolean {
  if (kind !== 'hearsay') return false
  const sentence = span
    .slice(0, start)
    .split(/[.!?;]\s/)
    .at(-1)!
  return hedges.attributes(sentence)
}

/** The statement without those who say so and the word before and after each: "said" most often. */
function withoutSaying({ statement, saidBy, via }: Fact, base: FactBase): string {
  const voices = [...saidBy, ...via] as readonly string[]
  return actorMentions(statement, base)
    .filter(({ actors }) => actors.some((id) => voices.includes(id)))
    .toReversed()
    .reduce(
      (text, { start, end }) =>
        `${text.slice(0, start).replace(/[^\s,;.]+\s*$/u, '')} ${text.slice(end).replace(/^['’]?s?,?\s*[^\s,;.]+/u, '')}`,
      statement,
    )
}

function keptBy(kind: HedgeClass, { offered }: Hedges): string {
  const [one, other] = offered[kind]
  return `a word such as "${one}" or "${other}" keeps it`
}

/** A text without what its hedges govern. */
function unhedged(text: string, hedges: Hedges): string {
  let rest = ''
  let from = 0
  for (const { start, end } of hedges.read(text)) {
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
  for (const stem of contentStems(rest + text.slice(from), base.language)) found.add(stem)
  return found
}

/**
 * "Over a million" does not become a million: a figure that stands in the evidence only with a bound keeps
 * it, in the statement, in the short form and as a quantity.
 */
export function boundsKept(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  { language }: FactBase,
): Diagnostic[] {
  const { boundWords } = language
  if (!boundWords) return []
  const there = spans.flatMap((span) => language.readTokens(span).figures)
  const diagnostics: Diagnostic[] = []
  for (const key of ['statement', 'short'] as const) {
    for (const figure of language.readTokens(fact[key]).figures) {
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
    const bound = boundOf(quantity, language)
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
  return bounds.some(
    (each) =>
      each === bound ||
      // "About nine" claims less than "almost nine".
      (each === 'almost' && bound === 'about') ||
      (isFloor(each) && isFloor(bound)) ||
      (isCeiling(each) && isCeiling(bound)),
  )
    ? undefined
    : bounds[0]
}

function isFloor(bound: Bound | undefined): boolean {
  return bound === 'atLeast' || bound === 'moreThan'
}

function isCeiling(bound: Bound | undefined): boolean {
  return bound === 'upTo' || bound === 'lessThan'
}

function boundOf({ bound, display, value }: Quantity, language: Language): Bound | undefined {
  const shown = display === undefined ? [] : language.readTokens(display).figures
  const own = shown.find(({ values }) => value !== undefined && values.includes(value))?.bound
  return own ?? (bound === 'exact' ? undefined : bound)
}

function clauseAfter(text: string, from: number): string {
  return /^(?:[^\s.;:!?—–]*\s*){0,11}/.exec(text.slice(from))?.[0] ?? ''
}
