import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { actorMentions } from '../../facts/evidence/name-index.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { recordText } from '../../facts/fact-text.ts'
import { contentStems } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import type { QuestionParts } from '../../../question-types/question-type.ts'
import { everyQuestion, type ReadQuestion } from './check.ts'

/** How much more of the words of a left side another fact has than that of its pair. */
const margin = 0.3

type Pair = NonNullable<QuestionParts['pairs']>[number]

/**
 * Pairs are those of their facts. A left side belongs to the fact that joins its pair, or, where none is named, to
 * the fact that has most of its words; where the right sides are people or bodies, the partner is who says so by
 * that fact, or whom it is about where it has no speaker.
 */
export function pairsHold(banks: Banks, base: FactBase): Diagnostic[] {
  if (!base.language.contentWords) return []
  return everyQuestion(banks, base).flatMap((read) => (read.parts.pairs ? inQuestion(read, base) : []))
}

function inQuestion({ value: question, place, parts }: ReadQuestion, base: FactBase): Diagnostic[] {
  const facts = question.facts.flatMap((id) => base.facts.get(id)?.value ?? [])
  // That a fact is missing is said where it is named.
  if (facts.length < question.facts.length) return []
  const pairs = parts.pairs ?? []
  const named = pairs.map(({ right }) => actorsOf(right, base))
  const speakers = named.every((ids) => ids.length > 0)
  return pairs.flatMap((pair, index): Diagnostic[] => {
    const { own, better } = factsOf(pair, facts, base)
    const at = place.in(...pair.path)
    if (better)
      return [
        error(
          at.in('fact').location,
          'question/pair-holds',
          `Unexpected fact "${pair.fact}" for "${pair.left}" in "${question.id}", expected "${better.id}", which says so`,
          'give each left side its own partner and the fact that joins the two',
        ),
      ]
    const voices: readonly string[] = own
      ? own.saidBy.length > 0
        ? [...own.saidBy, ...own.via]
        : own.actors
      : []
    if (!own || !speakers || named[index]!.some((id) => voices.includes(id))) return []
    const right = pairs.find((_, other) => named[other]!.some((id) => voices.includes(id)))
    if (!right) return []
    return [
      error(
        at.in('right').location,
        'question/pair-holds',
        `Unexpected "${pair.right}" beside "${pair.left}" in "${question.id}", expected "${right.right}": fact "${own.id}" ${own.saidBy.length > 0 ? 'is said by' : 'is about'} ${voices.map((id) => base.actors.get(id as never)?.value.name ?? id).join(', ')}`,
        'give each left side its own partner',
      ),
    ]
  })
}

function actorsOf(text: string, base: FactBase): string[] {
  return actorMentions(text, base).flatMap(({ actors }) => actors)
}

/** The fact of a pair, and another one of the question that has far more of the words of its left side. */
function factsOf(
  { left, fact }: Pair,
  facts: readonly Fact[],
  base: FactBase,
): { own?: Fact; better?: Fact } {
  const stems = contentStems(left, base.language)
  if (stems.size === 0) return {}
  const ranked = facts
    .map((each) => ({ each, part: partIn(stems, each, base) }))
    .toSorted((a, b) => b.part - a.part)
  const [best, second] = ranked
  if (fact === undefined) {
    // Of two facts that have as much of it none is the one.
    return best && best.part >= 0.5 && best.part > (second?.part ?? 0) ? { own: best.each } : {}
  }
  const own = ranked.find(({ each }) => each.id === fact)
  if (!own) return {}
  return best && best.part - own.part >= margin ? { own: own.each, better: best.each } : { own: own.each }
}

function partIn(stems: ReadonlySet<string>, fact: Fact, base: FactBase): number {
  const there = contentStems([recordText(fact, base), fact.short].join('\n'), base.language)
  return [...stems].filter((stem) => there.has(stem)).length / stems.size
}
