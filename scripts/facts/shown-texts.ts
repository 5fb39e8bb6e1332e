// Holds texts that are shown beside the facts against what the unit records: one check, to which quizzes and
// decks hand their texts.

import { warning, type Diagnostic, type Location } from '../diagnostics/diagnostic.ts'
import { countsTexts, joinSupport, missingFrom, readSupport, type Support } from './evidence/support.ts'
import { factSupport } from './fact-text.ts'
import type { FactBase } from './fact-base.ts'
import type { Excuse } from './fact-schema.ts'

/** A text that people see or hear. */
export interface ShownText {
  /** What it is, for a message: "explanation", "heading of a slide". */
  kind: string
  text: string
  at: Location
  /** Whose it is, for a message: `question "tides"`. */
  of: string
  /** What else it may repeat, for example its stem. */
  given?: string
}

/** Texts that share a list of excuses. */
export interface ShownTexts {
  texts: readonly ShownText[]
  excuses: readonly Excuse[]
  /** Where an excuse stands. */
  excuseAt(index: number): Location
}

/**
 * The figures, dates and names of texts that nothing in the unit has: no fact with all that is said about it,
 * no article's title or date. A warning, since an author may know more than the unit does; whether the right
 * fact has it, a second reader must see.
 */
export function checkShownTexts(all: readonly ShownTexts[], base: FactBase): Diagnostic[] {
  const unit = unitSupport(base)
  return all.flatMap(({ texts, excuses, excuseAt }) => {
    const needed = new Set<Excuse>()
    const found = texts.flatMap((shown) =>
      missingIn(shown, unit, base).flatMap(({ noun, rule, text, start, end }) => {
        const excuse = excuses.find((each) => covers(each.text, shown.text, start, end))
        if (excuse) {
          needed.add(excuse)
          return []
        }
        return [
          warning(
            shown.at,
            rule,
            `Unexpected ${noun} "${text}" in the ${shown.kind} of ${shown.of}, expected one that a fact of the unit has`,
            'correct it, or say why it may stand in "notInFacts"',
          ),
        ]
      }),
    )
    const unneeded = excuses.flatMap((excuse, index) =>
      needed.has(excuse)
        ? []
        : [
            warning(
              excuseAt(index),
              'shown/excuse-needed',
              `Unexpected excuse for "${excuse.text}", expected none: no text has these words, or the facts have them too`,
            ),
          ],
    )
    return [...found, ...unneeded]
  })
}

interface Missing {
  noun: string
  rule: string
  text: string
  start: number
  end: number
}

function missingIn({ text, given }: ShownText, unit: Support, base: FactBase): Missing[] {
  const far = missingFrom(unit, text, base)
  if (far.figures.length + far.dates.length + far.names.length === 0) return []
  const { figures, dates, names } =
    given === undefined ? far : missingFrom(joinSupport([unit, readSupport(given, base)]), text, base)
  return [
    ...figures
      .filter((figure) => !countsTexts(figure))
      .map((each) => ({ ...each, noun: 'figure', rule: 'shown/figure-in-facts' })),
    ...dates.map((each) => ({ ...each, noun: 'date', rule: 'shown/date-in-facts' })),
    ...names.map((each) => ({ ...each, noun: 'name', rule: 'shown/name-in-facts' })),
  ]
}

function covers(words: string, text: string, start: number, end: number): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at < end && start < at + words.length) return true
  return false
}

function unitSupport(base: FactBase): Support {
  const { unit, sources, facts, background } = base
  const frame = [
    unit.title,
    unit.summary,
    ...Array.from(sources.values(), ({ value }) =>
      [value.title, value.label, value.publisher, value.author, value.published?.why, value.note].join('\n'),
    ),
  ]
  const known = Array.from(background.values(), ({ value }) =>
    [value.name, ...value.aliases, value.text, value.when?.from, value.when?.to].join('\n'),
  )
  return joinSupport([
    readSupport(known.join('\n'), base),
    ...Array.from(facts.values(), ({ value }) => factSupport(value, base)),
    readSupport(frame.join('\n'), base),
  ])
}
