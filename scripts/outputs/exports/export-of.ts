// How an export is declared: what it holds leads to its limits and to what is left out.

import { eachMark, type Mark, type MarkedTexts } from '../../../contract/marked-text.ts'
import type { ExportName } from '../../../contract/export-names.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import type { BankView } from '../../../contract/question-view.ts'
import type { Content } from '../../decks/content.ts'
import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Options } from '../../diagnostics/options.ts'
import { forms, formOf, properties, type Form, type Holds, type Property } from '../holding.ts'
import { output, type Making, type Output, type OutputFile } from '../output.ts'
import { reasonsOf } from './reasons.ts'
import { knowingMarkup } from './rich-text.ts'
import { exportedQuestions, type ExportedQuestion } from './exported-question.ts'

/** A bank with the questions that a format can express. */
export interface ExportedBank extends Omit<BankView, 'questions'> {
  questions: ExportedQuestion[]
}

interface Declaration {
  name: ExportName
  /** For the help and for "no ... were made". */
  makes: string
  holds: Holds
  /**
   * What a single question asks for that the format has no room for: "11 options, expected at most 10". The
   * question is left out.
   */
  refuses?(question: ExportedQuestion): string | undefined
  /** Whether it asks rich-text.ts for the HTML of texts; all others get their letters. */
  markup?: boolean
  /** Whether it packs what the other outputs of the same build have made. */
  packsOthers?: boolean
  /** Pure but for what `render` does. Banks without a question that it can express are left out. */
  emit(banks: ExportedBank[], content: Content, making: Making): Promise<ExportFile[]>
}

/**
 * A file to import, relative to the folder of its export; where there are several, `version` tells them
 * apart.
 */
interface ExportFile {
  path: string
  data: OutputFile['data']
  version?: string
}

/** An output that packs questions for another system. */
export type Export = Output & {
  name: ExportName
  holds: Holds
  /** The questions that it cannot express. */
  leftOut(content: Content): ExportedQuestion[]
}

/** An export as an output of the unit, linked under "For your system". */
export function exportOf({
  name,
  makes,
  holds: declaredHolds,
  refuses,
  packsOthers = false,
  markup = false,
  emit,
}: Declaration): Export {
  const holds: Holds = markup ? { ...declaredHolds, formula: 'own', picture: 'own' } : declaredHolds
  const kept = (content: Content): ExportedBank[] =>
    content.banks
      .map((bank) => ({
        ...bank,
        questions: exportedQuestions(bank)
          .filter((question) => whyLeftOut(question, holds, refuses) === undefined)
          .map((question) => (markup && bank.marked ? knowingMarkup(question, bank.marked) : question)),
      }))
      .filter(({ questions }) => questions.length > 0)
  const declared = output<Options, 'export'>({
    name,
    makes,
    scope: 'unit',
    onDemand: true,
    ...(packsOthers ? { linksOthers: true } : {}),
    holds,
    options: {},
    files: { export: { links: [{ words: name, for: 'systems', download: true }] } },
    limits: (content) => limits(content, name, holds, refuses),
    async emit(content, making) {
      const files = await emit(kept(content), content, making)
      return files.map((file) => ({ ...file, path: `exports/${name}/${file.path}`, kind: 'export' as const }))
    },
  })
  return {
    ...declared,
    name,
    holds,
    leftOut: (content) =>
      content.banks
        .flatMap(exportedQuestions)
        .filter((question) => whyLeftOut(question, holds, refuses) !== undefined),
  }
}

function whyLeftOut(
  question: ExportedQuestion,
  holds: Holds,
  refuses: Declaration['refuses'],
): string | undefined {
  const form = formOf(question.described)
  return holds[form] === 'no' ? formsInWords[form] : refuses?.(question)
}

const formsInWords: Readonly<Record<Form, string>> = {
  choice: 'one answer to pick',
  choices: 'several answers to pick',
  verdict: 'a verdict with its reason',
  number: 'a figure to write',
  order: 'things to put in order',
  match: 'pairs to match',
  text: 'words to write',
  cloze: 'gaps to fill',
}

/** What of a question each property is, and whether a question has it. */
const present: Readonly<
  Record<Property, { words: string; in(question: ExportedQuestion, marked: MarkedTexts): boolean }>
> = {
  reasons: {
    words: 'reasons of options',
    in: ({ described }) => reasonsOf(described).length > 0 || described.feedback !== '',
  },
  hint: { words: 'hints', in: ({ hint }) => hint !== '' },
  facts: { words: 'facts', in: ({ facts }) => facts.length > 0 },
  status: { words: 'status words', in: ({ facts }) => facts.length > 0 },
  sources: { words: 'sources', in: ({ facts }) => facts.length > 0 },
  tags: { words: 'levels and objectives', in: () => true },
  id: { words: 'ids', in: () => true },
  formula: { words: 'formulas', in: (question, marked) => hasMark(question, marked, 'formula') },
  picture: {
    words: 'pictures, but for their alternative texts,',
    in: (question, marked) => hasMark(question, marked, 'picture'),
  },
}

function hasMark(question: ExportedQuestion, marked: MarkedTexts, kind: Mark['kind']): boolean {
  return stringsIn(question).some(
    (text) => Object.hasOwn(marked, text) && eachMark(marked[text]!).some((mark) => mark.kind === kind),
  )
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function limits(
  content: Content,
  name: ExportName,
  holds: Holds,
  refuses: Declaration['refuses'],
): Diagnostic[] {
  const banks = content.banks.map(({ id, ...bank }) => ({
    id,
    questions: exportedQuestions({ id, ...bank }),
  }))
  const questions = banks.flatMap((bank) => bank.questions)
  const lost = properties.filter(
    (property) =>
      holds[property] === 'no' &&
      questions.some((question) => present[property].in(question, content.marked ?? {})),
  )
  const label = messagesFor().site.files[name].label
  return [
    ...(lost.length > 0
      ? [
          warning(
            { file: 'facts/unit.json', line: 1, column: 1 },
            'output/not-held',
            `Unexpected ${inWords(lost.map((property) => present[property].words))} in "${name}", expected only what ${label} holds; they are left out`,
          ),
        ]
      : []),
    ...banks.flatMap((bank) =>
      bank.questions.flatMap((question) => {
        const why = whyLeftOut(question, holds, refuses)
        return why === undefined
          ? []
          : warning(
              { file: `questions/${bank.id}.json`, line: 1, column: 1 },
              'output/left-out',
              `Unexpected ${why} in question "${question.id}" for "${name}", expected ${inWords(
                forms.filter((form) => holds[form] !== 'no').map((form) => formsInWords[form]),
              )}; it is left out`,
              'the other exports of the unit are not concerned',
            )
      }),
    ),
  ]
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
