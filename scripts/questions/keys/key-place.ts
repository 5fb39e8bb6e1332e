import { error, warning } from '../../diagnostics/diagnostic.ts'
import { namesPlace, readSupport } from '../../facts/evidence/support.ts'
import { contentStems, type KeyWords } from '../../languages/language.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { shared, type Asked, type AskedOption } from './asked.ts'
import { whatToDo, type KeyRule } from './key-rule.ts'

interface Stands {
  option: AskedOption
  /** How many words of the stem stand in the part of a statement that names the place; 0 where none does. */
  near: number
  /** The fact that records the place, or whose statement names it. */
  fact?: Fact
  /** The place as it is recorded. */
  recorded?: string
}

/**
 * Where the stem asks for a place alone, the key is the place that the facts give for what it asks, and no distractor
 * is named with it as the place of the same.
 */
export const keyPlace: KeyRule = (asked, place, base, words) => {
  if (!words.asksPlace.test(asked.question.stem)) return []
  const stand = placesIn(asked, base, words)
  const keys = stand.filter(({ option }) => option.choice.right)
  const distractors = stand.filter(({ option }) => !option.choice.right).toSorted((a, b) => b.near - a.near)
  const [key] = keys
  const [best] = distractors
  if (!key || !best?.fact || keys.length > 1) return []
  const gives = `fact "${best.fact.id}" gives it as the place`
  if (best.near > key.near)
    return [
      error(
        place.in(...key.option.choice.path).location,
        'question/key-place',
        `Unexpected key "${key.option.text}" of "${asked.question.id}", expected "${best.option.text}": ${gives}`,
        whatToDo(best.option.text),
      ),
    ]
  return areJoined(key, best, base)
    ? [
        warning(
          place.in(...best.option.choice.path).location,
          'question/key-place',
          `Unexpected distractor "${best.option.text}" of "${asked.question.id}", expected a place where it was not: ${gives} too`,
          'take another place, or ask more exactly',
        ),
      ]
    : []
}

/** "In Tidewick and Quill Bay": it is true of either. */
function areJoined(key: Stands, other: Stands, base: FactBase): boolean {
  const { fact, recorded: one } = key
  const two = other.recorded
  const between = base.language.examples?.between
  if (!fact || !between || other.fact !== fact || one === undefined || two === undefined) return false
  return [
    [one, two],
    [two, one],
  ].some(([first = '', second = '']) => {
    const at = fact.statement.indexOf(first)
    const then = fact.statement.indexOf(second, at)
    return at >= 0 && then > at && between.test(fact.statement.slice(at + first.length, then))
  })
}

function placesIn({ facts, stem, options }: Asked, base: FactBase, { parts }: KeyWords): Stands[] {
  const pieces = facts.flatMap((fact) =>
    [fact.statement, ...fact.statement.split(parts)].map((text) => {
      const stems = contentStems(text, base.language)
      return { fact, stems, near: shared(stems, stem) / (1 + stems.size) }
    }),
  )
  return options.map((option): Stands => {
    const there = readSupport(option.text, base)
    const named = facts.flatMap((fact) =>
      fact.places.filter((each) => namesPlace(there, each, base)).map((recorded) => ({ fact, recorded })),
    )[0]
    const own = [...option.stems].filter((word) => !stem.has(word))
    const piece = pieces
      .filter(({ stems }) => own.length > 0 && own.every((word) => stems.has(word)))
      .toSorted((a, b) => b.near - a.near)[0]
    const fact = piece?.fact ?? named?.fact
    return {
      option,
      near: piece?.near ?? (named ? 0.01 : 0),
      ...(fact ? { fact } : {}),
      ...(named ? { recorded: named.recorded } : {}),
    }
  })
}
