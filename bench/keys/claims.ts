import { keySupported } from '../../scripts/questions/checks/key-supported.ts'
import { keysRight } from '../../scripts/questions/checks/keys-right.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import { parseJson } from '../../scripts/source/json-document.ts'
import { questionTexts } from '../../scripts/questions/shown-texts.ts'
import { checkShownTexts } from '../../scripts/facts/shown-texts.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { typeOf } from '../../question-types/types.ts'
import type { FactId } from '../../scripts/facts/ids.ts'
import type { Kind } from '../truth/mutation.ts'
import { mutantsOf, type MeasuredUnit } from '../truth/suite.ts'

/** A claim about one fact, and what is said of its verdict. */
export interface JudgedClaim {
  /** How it was made: a statement of the fact base as it is, or the kind of its mutant. */
  kind: string
  stem: string
  called: boolean
  wrong: boolean
  severities: readonly string[]
  rules: readonly string[]
}

/**
 * Claims made of facts: each statement and each of its mutants, called true and called false. Of a statement
 * "false" is the wrong verdict, of a mutant "true".
 */
export function judgeClaims(
  unit: MeasuredUnit,
  kinds: readonly Kind[],
  reader: Reader | undefined,
): JudgedClaim[] {
  const genuine = [...unit.base.facts.values()].flatMap(({ value: { id, statement } }) =>
    [true, false].map((called) => judge(unit, { id, stem: statement, called }, reader, 'statement', !called)),
  )
  const changed = kinds.flatMap((kind) =>
    [...mutantsOf(unit, kind)].flatMap(([id, { statement }]) =>
      statement === unit.base.facts.get(id)!.value.statement
        ? []
        : [true, false].map((called) =>
            judge(unit, { id, stem: statement, called }, reader, kind.id, called),
          ),
    ),
  )
  return [...genuine, ...changed]
}

function judge(
  { base }: MeasuredUnit,
  { id, stem, called }: { id: FactId; stem: string; called: boolean },
  reader: Reader | undefined,
  kind: string,
  wrong: boolean,
): JudgedClaim {
  const text = JSON.stringify({
    title: 'Claims',
    summary: 'Claims.',
    objectives: [{ id: 'tell', text: 'Tell.' }],
    questions: [
      {
        id: 'claim',
        kind: 'true-false',
        stem,
        facts: [id],
        true: called,
        because: '–',
        reasons: [
          { text: 'This', correct: true, because: '–' },
          { text: 'That', because: '–' },
        ],
        level: 'recall',
        objective: 'tell',
      },
    ],
  })
  const banks = loadBanks([parseJson('questions/claims.json', text).value!], base).value!
  const [bank] = banks.banks
  const [question] = bank!.value.questions
  const found = [
    ...typeOf(question!).check({ value: question!, place: bank!.place.in('questions', 0) }, base),
    ...keySupported(banks, base),
    ...keysRight(banks, base, reader),
    ...checkShownTexts(questionTexts(banks, base), base),
  ].filter(({ rule }) => rule !== 'question/key-best')
  return {
    kind,
    stem,
    called,
    wrong,
    severities: found.map(({ severity }) => severity),
    rules: found.map(({ rule }) => rule),
  }
}
