import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { recordText } from '../fact-text.ts'
import type { BesideText, Finding } from './excuses.ts'
import { countsTexts, joinSupport, missingFrom, readSupport, type Support } from './support.ts'
import { backgroundOf, frameOf, relatedTo } from './surroundings.ts'

/**
 * What is shown of a fact beside its statement and short form: labels and units, what is handed over,
 * readings of a disagreement, sums and their conclusions, the note.
 */
export function textsBeside(fact: Fact): BesideText[] {
  const { quantities, transfer, disagreesWith, arithmetic, note } = fact
  return [
    ...quantities.flatMap(({ label, unit }, index) => [
      { kind: 'label of a quantity', text: label, path: ['quantities', index, 'label'] },
      { kind: 'unit of a quantity', text: unit, path: ['quantities', index, 'unit'] },
    ]),
    ...(transfer ? [{ kind: 'transfer', text: transfer.what, path: ['transfer', 'what'] }] : []),
    ...disagreesWith.flatMap(({ about, reading }, index) => [
      { kind: 'disagreement', text: about, path: ['disagreesWith', index, 'about'] },
      { kind: 'reading of a disagreement', text: reading, path: ['disagreesWith', index, 'reading'] },
    ]),
    ...(arithmetic
      ? [
          { kind: 'question of a sum', text: arithmetic.question, path: ['arithmetic', 'question'] },
          ...arithmetic.steps.map(({ say }, index) => ({
            kind: 'step of a sum',
            text: say,
            path: ['arithmetic', 'steps', index, 'say'],
          })),
          { kind: 'conclusion of a sum', text: arithmetic.conclusion, path: ['arithmetic', 'conclusion'] },
        ]
      : []),
    ...(note === undefined ? [] : [{ kind: 'note', text: note, path: ['note'] }]),
  ]
}

/**
 * The figures, dates and names of the texts beside a statement stand in the passages of the fact or in what
 * it records, in a fact that it disagrees with, needs, computes with or `mentions`, or in the background.
 * @param passagesOf the words of the evidence of a fact; empty where they cannot be read.
 */
export function factTextsInEvidence(
  fact: Fact,
  passagesOf: (fact: Fact) => readonly string[],
  base: FactBase,
): Finding[] {
  const texts = textsBeside(fact)
  if (texts.length === 0) return []
  const own = joinSupport([supportOf(fact, passagesOf(fact), base), workedOut(fact, base)])
  let wide: Support | undefined
  const others = (): Support =>
    (wide ??= joinSupport(
      relatedTo(fact).flatMap((id) => {
        const other = base.facts.get(id)?.value
        return other ? [supportOf(other, passagesOf(other), base)] : []
      }),
    ))
  return texts.flatMap((beside) => {
    const { kind, text } = beside
    const near = missingFrom(own, text, base)
    if (near.figures.length + near.dates.length + near.names.length === 0) return []
    // Joined only where it is asked for: in a large unit the frame is large.
    const missing = missingFrom(joinSupport([own, frameOf(base), others(), backgroundOf(base)]), text, base)
    return (
      [
        ['figure', 'fact/figure-in-evidence', missing.figures.filter((figure) => !countsTexts(figure))],
        ['date', 'fact/date-in-evidence', missing.dates],
        ['name', 'fact/name-in-evidence', missing.names],
      ] as const
    ).flatMap(([noun, rule, tokens]) =>
      tokens.map(({ text: token, start, end }): Finding => ({
        severity: 'error',
        rule,
        key: beside,
        start,
        end,
        message: `Unexpected ${noun} "${token}" in the ${kind} of "${fact.id}", expected one that its passages, its record or a fact that it mentions has`,
        notes: [
          'correct it, name the fact that says so in "mentions", put general knowledge into facts/background.json, or say in "notInEvidence" why it may stand',
        ],
      })),
    )
  })
}

function supportOf(fact: Fact, passages: readonly string[], base: FactBase): Support {
  const dates = [fact.when?.from, fact.when?.to].flatMap((date) => date ?? [])
  // A label does not prove itself.
  const quantities = fact.quantities.map((quantity) => ({ ...quantity, label: '', unit: '' }))
  return readSupport([recordText({ ...fact, quantities }, base), ...passages].join('\n'), base, { dates })
}

/**
 * What is worked out: the steps of a sum, also rounded, and the sum and difference of any two quantities of
 * the fact and of those that it disagrees with.
 */
function workedOut(fact: Fact, base: FactBase): Support {
  const steps = fact.arithmetic?.steps ?? []
  const read = readSupport(
    steps.map(({ compute, equals, unit }) => `${compute}; ${equals} ${unit}`).join('\n'),
    base,
  )
  const facts = [fact, ...fact.disagreesWith.flatMap((each) => base.facts.get(each.fact)?.value ?? [])]
  const quantities = facts
    .flatMap((each) => each.quantities)
    .flatMap(({ value, low, high }) => [value, low, high].filter((each) => each !== undefined))
  const pairs = quantities.flatMap((one) =>
    quantities.flatMap((other) => [one + other, Math.abs(one - other)]),
  )
  const rounded = steps.flatMap(({ equals }) => [1, 2, 3].map((digits) => Number(equals.toPrecision(digits))))
  return { ...read, values: new Set([...read.values, ...pairs, ...rounded]) }
}
