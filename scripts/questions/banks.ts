import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { knownId } from '../facts/checks/known-id.ts'
import { addAll, type Entry, type FactBase } from '../facts/fact-base.ts'
import { unfitForFile } from '../facts/ids.ts'
import { Place, type JsonDocument } from '../source/json-document.ts'
import { withoutMarks } from '../source/marked-fields.ts'
import { validate } from '../source/validate.ts'
import type { AnyQuestion, QuestionId } from '../../question-types/question-fields.ts'
import { typeOf } from '../../question-types/types.ts'
import { BankFile } from './question-schema.ts'

export interface LoadedBank extends Entry<BankFile> {
  /** The name of its file, without folder and ending. */
  id: string
}

export interface Banks {
  /** In the order of their files' names. */
  banks: readonly LoadedBank[]
  /** Of all banks; of two with one id the first. */
  questions: ReadonlyMap<QuestionId, Entry<AnyQuestion>>
}

/**
 * Reads the documents of `questions/`: one bank a file, its id the file's name. A bank that its schema
 * refuses is left out.
 * @param decks ids of the decks there are (names of the files of `slides/`); without it the deck of a bank is
 * not looked up.
 */
export function loadBanks(
  written: readonly JsonDocument[],
  base: FactBase,
  decks?: ReadonlySet<string>,
): Checked<Banks> {
  const diagnostics: Diagnostic[] = []
  const banks: LoadedBank[] = []
  const questions = new Map<QuestionId, Entry<AnyQuestion>>()
  const ids = new Map<string, string>()
  for (const { document } of written.map(withoutMarks)) {
    const id = document.file.replace(/^.*\//, '').replace(/\.json$/, '')
    const at = { file: document.file, line: 1, column: 1 }
    const expected = unfitForFile(id)
    if (expected !== undefined)
      diagnostics.push(
        error(at, 'question/bank-name', `Unexpected file name "${id}.json", expected ${expected}`),
      )
    const first = ids.get(id)
    if (first === undefined) ids.set(id, document.file)
    else
      diagnostics.push(
        error(at, 'question/bank-name', `Unexpected second bank named "${id}", expected every name once`, {
          message: 'first named here',
          at: { file: first, line: 1, column: 1 },
        }),
      )
    const checked = validate(BankFile, document)
    diagnostics.push(...checked.diagnostics)
    if (!checked.value) continue
    const value = checked.value
    const place = new Place(document)
    banks.push({ id, value, place })
    const entries = value.questions.map((question, index) => ({
      value: question,
      place: place.in('questions', index),
    }))
    diagnostics.push(
      ...addAll(questions, entries, 'question/unique-id', 'question'),
      ...knownDeck(value, place, decks),
      ...uniqueObjectives(value, place),
      ...entries.flatMap((entry) => [
        ...knownReferences(entry, value, base),
        ...typeOf(entry.value).check(entry, base),
        ...uniqueFacts(entry),
      ]),
    )
  }
  return { value: { banks, questions }, diagnostics }
}

function knownDeck({ deck }: BankFile, place: Place, decks: ReadonlySet<string> | undefined): Diagnostic[] {
  if (deck === undefined || decks === undefined || decks.has(deck)) return []
  return [
    error(
      place.in('deck').location,
      'question/known-deck',
      `Unexpected deck "${deck}", expected the name of a file of slides/${suggest(deck, decks)}`,
    ),
  ]
}

function uniqueObjectives({ objectives }: BankFile, place: Place): Diagnostic[] {
  return objectives.flatMap(({ id }, index) => {
    const first = objectives.findIndex((each) => each.id === id)
    if (first === index) return []
    return [
      error(
        place.in('objectives', index, 'id').location,
        'question/unique-objective',
        `Unexpected second objective named "${id}", expected every id once`,
        { message: 'first defined here', at: place.in('objectives', first, 'id').location },
      ),
    ]
  })
}

/** The facts and the objective that a question names exist; what else it names its type looks at. */
function knownReferences({ value, place }: Entry<AnyQuestion>, bank: BankFile, base: FactBase): Diagnostic[] {
  const fact = (id: string, at: Place): Diagnostic[] =>
    knownId(id, base.facts, at, 'question/known-fact', 'fact', 'the fact base')
  const objectives = bank.objectives.map(({ id }) => id)
  return [
    ...value.facts.flatMap((id, index) => fact(id, place.in('facts', index))),
    ...(value.background ?? []).flatMap((id, index) =>
      knownId(
        id,
        base.background,
        place.in('background', index),
        'background/known',
        'entry',
        'facts/background.json',
      ),
    ),
    ...(objectives.includes(value.objective)
      ? []
      : [
          error(
            place.in('objective').location,
            'question/known-objective',
            `Unexpected objective "${value.objective}", expected an id of this bank's objectives (${objectives.join(', ')})${suggest(value.objective, objectives)}`,
          ),
        ]),
  ]
}

function uniqueFacts({ value, place }: Entry<AnyQuestion>): Diagnostic[] {
  return value.facts.flatMap((id, index) =>
    value.facts.indexOf(id) === index
      ? []
      : [
          error(
            place.in('facts', index).location,
            'question/unique-fact',
            `Unexpected second "${id}" among the facts of "${value.id}", expected every fact once`,
          ),
        ],
  )
}
