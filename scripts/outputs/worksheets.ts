// Worksheets in four versions, one of them in large print too, and the key that grades them all.

import type { Content } from '../decks/content.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { arrangeOptions, optionLetter, seededShuffle } from '../../contract/seeded-shuffle.ts'
import type { BankView, OptionView, QuestionView } from '../../contract/question-view.ts'
import { unprintable } from '../render/print-fonts.ts'
import { output, type OutputFile } from './output.ts'
import { paperOption, type Paper } from './paper.ts'

export const versions = ['A', 'B', 'C', 'D'] as const
export type Version = (typeof versions)[number]

/** A question as one version shows it. */
export interface ArrangedQuestion {
  question: QuestionView
  options: (OptionView & { letter: string })[]
}

/**
 * The questions of a version in its order, letters given. Questions are shuffled by `<bank>/<version>`, options by that and the question,
 * so that no version repeats the places of another; pinned options stay in place. The same bank gives the same versions for ever.
 */
export function arrangeVersion(bank: BankView, version: Version): ArrangedQuestion[] {
  const seed = `${bank.id}/${version}`
  return seededShuffle(bank.questions, seed).map((question) => ({
    question,
    options: arrangeOptions(authorsOrder(question), `${seed}/${question.id}`).map((option, place) => ({
      ...option,
      letter: optionLetter(place),
    })),
  }))
}

/** `pdf/<quiz>-worksheet-A.pdf` to `-D.pdf`, `-worksheet-A-large.pdf` and `pdf/<quiz>-key.pdf`. */
export const worksheets = output({
  name: 'worksheets',
  makes: 'worksheets and answer keys',
  scope: 'bank',
  options: paperOption,
  files: {
    worksheet: { links: [{ words: 'worksheets', for: 'learners' }] },
    large: { links: [{ words: 'largePrint', for: 'learners' }] },
    key: { links: [{ words: 'key', for: 'teachers' }] },
  },
  limits: missingGlyphs,
  async emit(bank, { content, render, options: { paper }, progress }) {
    const typst = await render.typst()
    const sheet = async (path: string, version: Version, large: boolean): Promise<OutputFile['data']> => {
      progress(path)
      return typst.compile('worksheet.typ', worksheetView(content, bank, version, { paper, large }))
    }
    const files: OutputFile<'worksheet' | 'large' | 'key'>[] = []
    for (const version of versions) {
      const path = `pdf/${bank.id}-worksheet-${version}.pdf`
      files.push({ path, data: await sheet(path, version, false), kind: 'worksheet', version })
    }
    const large = `pdf/${bank.id}-worksheet-${versions[0]}-large.pdf`
    files.push({ path: large, data: await sheet(large, versions[0], true), kind: 'large' })
    const key = `pdf/${bank.id}-key.pdf`
    progress(key)
    files.push({
      path: key,
      data: await typst.compile('key.typ', keyView(content, bank, paper)),
      kind: 'key',
    })
    return files
  },
})

/** What `worksheet.typ` takes. */
export function worksheetView(
  content: Content,
  bank: BankView,
  version: Version,
  { paper, large }: { paper: Paper; large: boolean },
): object {
  return {
    ...common(content, bank, paper),
    documentTitle: `${bank.title} – ${version}`,
    version,
    large,
    questions: arrangeVersion(bank, version).map(({ question: { stem, kind }, options }) => ({
      stem,
      kind,
      options: options.map(({ letter, text }) => ({ letter, text })),
    })),
  }
}

/** What `key.typ` takes: `keys` by version and place, the right ones as a text of letters; `questions` in the author's order. */
export function keyView(content: Content, bank: BankView, paper: Paper): object {
  const arranged = versions.map((version) => arrangeVersion(bank, version))
  const across = (question: QuestionView): { place: number; options: ArrangedQuestion['options'] }[] =>
    arranged.map((version) => {
      const at = version.findIndex((each) => each.question.id === question.id)
      return { place: at + 1, options: version[at]?.options ?? [] }
    })
  return {
    ...common(content, bank, paper),
    documentTitle: `${bank.title} – key`,
    versions,
    keys: arranged.map((version) =>
      version.map(({ question, options }) => ({
        kind: question.kind,
        options: options.length,
        correct: options
          .filter(({ correct }) => correct)
          .map(({ letter }) => letter)
          .join(''),
      })),
    ),
    questions: bank.questions.map((question) => {
      const inVersions = across(question)
      return {
        stem: question.stem,
        places: inVersions.map(({ place }) => place),
        options: authorsOrder(question).map(({ index, text, correct, because, trueOf }) => ({
          text,
          correct,
          because,
          trueOf: trueOf?.short ?? null,
          letters: inVersions.map(
            ({ options }) => options.find((option) => option.index === index)?.letter ?? '',
          ),
        })),
        facts: question.facts.map(({ statement, statusLabel, attribution, citation }) => ({
          statement,
          statusLabel,
          attribution,
          citation,
        })),
      }
    }),
  }
}

function common({ unit, decks }: Content, bank: BankView, paper: Paper): object {
  const most = Math.max(...bank.questions.map(({ options }) => options.length))
  return {
    title: bank.title,
    description: bank.summary,
    author: decks.find(({ id }) => id === bank.deck)?.author ?? unit.title,
    language: bank.language,
    words: messagesFor(bank.language).print,
    unit: bank.unit,
    minutes: bank.minutes,
    /** Of the question with the most options. */
    letters: Array.from({ length: most }, (_, place) => optionLetter(place)),
    paper,
  }
}

/** Views hold the order of the quiz page; versions start from the author's. */
function authorsOrder({ options }: QuestionView): OptionView[] {
  return options.toSorted((a, b) => a.index - b.index)
}

function missingGlyphs(bank: BankView): Diagnostic[] {
  const printed = [
    { where: 'the titles of the quiz and its unit', texts: [bank.title, bank.unit] },
    ...bank.questions.map(({ id, stem, options, facts }) => ({
      where: `question "${id}"`,
      texts: [
        stem,
        ...options.flatMap(({ text, because, trueOf }) => [text, because, trueOf?.short ?? '']),
        ...facts.flatMap(({ statement, attribution, citation }) => [statement, attribution, citation]),
      ],
    })),
  ]
  return printed.flatMap(({ where, texts }) => {
    const missing = unprintable(texts.join(''))
    if (missing.length === 0) return []
    const named = missing
      .map(
        (character) =>
          `"${character}" (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
      )
      .join(', ')
    return warning(
      { file: `questions/${bank.id}.json`, line: 1, column: 1 },
      'print/missing-glyph',
      `Unexpected ${named} in ${where}, expected characters that the print fonts have`,
      'worksheets and keys will show an empty box in its place',
    )
  })
}
