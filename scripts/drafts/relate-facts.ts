// What a new fact may not fit: offered to the author, who judges.

import type { FactBase } from '../facts/fact-base.ts'
import type { Arithmetic, Fact, Quantity } from '../facts/fact-schema.ts'
import { contentStems } from '../languages/language.ts'

/** A fact that may disagree, and why it was thought of. */
export interface PossibleDisagreement {
  fact: string
  /** A first wording of what the two may disagree about. */
  about: string
  because: string
}

/** A sum that an author may keep as the `arithmetic` of the fact; `conclusion` is left to write. */
export interface PossibleSum {
  arithmetic: Omit<Arithmetic, 'conclusion'>
  because: string
}

type Related = Pick<Fact, 'id' | 'quantities' | 'actors' | 'when'>

/** Facts of the base that tell another value of the same, or another date of the same deed. */
export function possibleDisagreements(
  fact: Related,
  passage: string,
  base: FactBase,
): PossibleDisagreement[] {
  const stems = contentStems(passage, base.language)
  const found: PossibleDisagreement[] = []
  for (const { value: other } of base.facts.values()) {
    if (other.id === fact.id) continue
    const pair = fact.quantities
      .flatMap((one) => other.quantities.map((two) => [one, two] as const))
      .find(([one, two]) => one.unit === two.unit && sameLabel(one, two, base) && !sameValue(one, two))
    if (pair) {
      found.push({
        fact: other.id,
        about: `${pair[1].label}: ${shown(pair[0])} or ${shown(pair[1])}`,
        because: `both count ${pair[1].label} in ${pair[1].unit}, with other figures`,
      })
      continue
    }
    if (!fact.when || !other.when || overlaps(fact.when, other.when)) continue
    const shared = fact.actors.filter((id) => (other.actors as readonly string[]).includes(id))
    const common = [...contentStems(other.statement, base.language)].filter((stem) => stems.has(stem))
    if (shared.length > 0 && common.length >= 3)
      found.push({
        fact: other.id,
        about: 'when it was',
        because: 'both tell of the same people and deed, with other dates',
      })
  }
  return found
}

/** Sums over quantities of the fact and others that can be compared: how far apart, or what a rate makes. */
export function possibleSums(fact: Related, base: FactBase): PossibleSum[] {
  const sums: PossibleSum[] = []
  for (const one of fact.quantities) {
    if (one.value === undefined) continue
    for (const { value: other } of base.facts.values()) {
      if (other.id === fact.id) continue
      for (const two of other.quantities) {
        if (two.value === undefined || two.value === one.value || !sameLabel(one, two, base)) continue
        const inputs = {
          first: { fact: fact.id, quantity: one.id },
          second: { fact: other.id, quantity: two.id },
        }
        if (one.unit === two.unit) {
          const [large, small] =
            one.value > two.value ? (['first', 'second'] as const) : (['second', 'first'] as const)
          sums.push({
            arithmetic: {
              question: 'How far apart are the two figures?',
              inputs,
              steps: [
                {
                  say: 'The larger less the smaller',
                  compute: `${large} - ${small}`,
                  equals: rounded(Math.abs(one.value - two.value)),
                  unit: one.unit,
                },
              ],
            },
            because: `"${other.id}" counts the same in the same unit`,
          })
        } else {
          const times = perYear(one.unit, two.unit)
          if (times === undefined) continue
          sums.push({
            arithmetic: {
              question: 'Do the two rates fit each other?',
              inputs,
              steps: [
                {
                  say: `The first as ${two.unit}`,
                  compute: `first * ${times}`,
                  equals: rounded(one.value * times),
                  unit: two.unit,
                },
              ],
            },
            because: `"${other.id}" counts the same over another time`,
          })
        }
      }
    }
  }
  return sums
}

const rates: Readonly<Record<string, number>> = { year: 1, month: 12, week: 52, day: 365 }

/** How many of the first rate make one of the second: 12 for "tons a month" and "tons a year". */
function perYear(one: string, two: string): number | undefined {
  const rate = /^(.*?) (?:an?|per|each|every) (year|month|week|day)$/
  const [first, second] = [rate.exec(one), rate.exec(two)]
  if (!first || !second || first[1] !== second[1]) return undefined
  const times = rates[first[2]!]! / rates[second[2]!]!
  return Number.isInteger(times) && times > 1 ? times : undefined
}

function rounded(value: number): number {
  return Number(value.toPrecision(12))
}

/** Whether two labels speak of one thing: all words of the shorter stand in the longer. */
function sameLabel(one: Quantity, two: Quantity, { language }: FactBase): boolean {
  if (one.label.toLowerCase() === two.label.toLowerCase()) return true
  const [a, b] = [contentStems(one.label, language), contentStems(two.label, language)]
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  return short.size > 0 && [...short].every((stem) => long.has(stem))
}

function sameValue(one: Quantity, two: Quantity): boolean {
  return one.value === two.value && one.low === two.low && one.high === two.high
}

function shown({ value, low, high, unit }: Quantity): string {
  return `${value ?? `${low}–${high}`} ${unit}`
}

function overlaps(one: NonNullable<Fact['when']>, two: NonNullable<Fact['when']>): boolean {
  const starts = (when: typeof one): string => when.from ?? ''
  const ends = (when: typeof one): string => `${when.to ?? '9999'}~`
  return starts(one) <= ends(two) && starts(two) <= ends(one)
}
