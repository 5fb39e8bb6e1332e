// Worksheets in four versions, one of them in large print too, and the key that grades them all.

import { wordReviews } from '../facts/reviews/word-reviews.ts'
import { eachMark, type Mark } from '../../contract/marked-text.ts'
import type { Content } from '../decks/content.ts'
import { directionOf, messagesFor, type Language } from '../../contract/messages/registry.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { seededShuffle } from '../../contract/seeded-shuffle.ts'
import type { FactView } from '../../contract/fact-view.ts'
import type { BankView, QuestionView } from '../../contract/question-view.ts'
import { typeOf } from '../../question-types/types.ts'
import { marks as statusMarks } from '../../contract/status.ts'
import type { PrintData } from '../render/typst.ts'
import { markDrawing } from '../render/mark-symbols.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { output, type OutputFile } from './output.ts'
import { paperOption, type Paper } from './paper.ts'

export const versions = ['A', 'B', 'C', 'D'] as const
export type Version = (typeof versions)[number]

/**
 * The questions of a version in its order, letters given. Questions are shuffled by `<bank>/<version>`, what
 * is in them by that and the question, so that no version repeats the places of another; pinned options stay
 * in place. The same bank gives the same versions for ever.
 */
export function arrangeVersion<V extends QuestionView>(
  bank: { id: string; questions: readonly V[] },
  version: Version,
): V[] {
  const seed = `${bank.id}/${version}`
  return seededShuffle(bank.questions, seed).map(
    (question) => typeOf(question).arrange(question, `${seed}/${question.id}`) as V,
  )
}

/** `pdf/<quiz>-worksheet-A.pdf` to `-D.pdf`, `-worksheet-A-large.pdf` and `pdf/<quiz>-key.pdf`. */
export const worksheets = output({
  name: 'worksheets',
  makes: 'worksheets and answer keys',
  scope: 'bank',
  elsewhere: true,
  options: paperOption,
  files: {
    worksheet: { links: [{ words: 'worksheets', for: 'learners' }] },
    large: { links: [{ words: 'largePrint', for: 'learners' }] },
    key: { links: [{ words: 'key', for: 'teachers' }] },
  },
  limits: limitsOf,
  madeFrom: (bank, content) => [bank, authorOf(bank, content)],
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
    words: { ...messagesFor(bank.language).print, glosses: messagesFor(bank.language).background.words },
    glosses: bank.glosses ?? [],
    questions: arrangeVersion(bank, version).map((question) => ({
      stem: question.stem,
      ...inPrint(question, typeOf(question).sheet(question)),
    })),
  }
}

/** What `key.typ` takes: `keys` by version and place; `questions` in the author's order. */
export function keyView(content: Content, bank: BankView, paper: Paper): object {
  const arranged = versions.map((version) => arrangeVersion(bank, version))
  return {
    ...common(content, bank, paper),
    marks: Object.fromEntries(statusMarks.map((mark) => [mark, markDrawing(mark)])),
    documentTitle: `${bank.title} – key`,
    reviewed: wordReviews(
      bank.questions.flatMap(({ facts }) => facts),
      bank.language,
    ),
    versions,
    keys: arranged.map((version) =>
      version.map((question) => inPrint(question, typeOf(question).solution(question))),
    ),
    questions: bank.questions.map((question) => {
      const places = arranged.map((version) => version.findIndex(({ id }) => id === question.id))
      const inVersions = arranged.map((version, at) => version[places[at]!]!)
      return {
        stem: question.stem,
        places: places.map((place) => place + 1),
        ...inPrint(question, typeOf(question).reasons(question, inVersions)),
        facts: question.facts.map(({ statement, status, citation, ...fact }) => ({
          statement,
          status,
          said: saidOf(fact),
          citation,
        })),
      }
    }),
  }
}

/** How sure, and who says so; of an article in its own voice the citation behind it names it. */
function saidOf({
  statusLabel,
  speakers,
  attribution,
  via,
}: Pick<FactView, 'statusLabel' | 'speakers' | 'attribution' | 'via'>): string {
  return speakers.length === 0 && via === undefined ? statusLabel : `${statusLabel} · ${attribution}`
}

/** What leads a question to the print.typ of its type, and what that takes. */
function inPrint(question: QuestionView, own: object): object {
  const type = typeOf(question)
  return { folder: type.folder, letters: type.letters(question), own }
}

/** In letters: what a line of the answer grid needs for a text. */
const roomForText = 4

function authorOf(bank: BankView, { unit, decks }: Content): string {
  return decks.find(({ id }) => id === bank.deck)?.author ?? unit.title
}

function common(content: Content, bank: BankView, paper: Paper): object {
  const room = bank.questions.map((question) => {
    const type = typeOf(question)
    return type.letters(question) || (type.room?.(question) ?? roomForText)
  })
  return {
    title: bank.title,
    description: bank.summary,
    author: authorOf(bank, content),
    language: bank.language,
    words: messagesFor(bank.language).print,
    ...fontsInPrint(bank),
    direction: directionOf(bank.language),
    unit: bank.unit,
    minutes: bank.minutes,
    room: Math.max(...room),
    marked: inTypst(bank.marked),
    paper,
  }
}

/** Texts with markup as look.typ takes them: pictures as bytes. */
function inTypst(marked: BankView['marked'] = {}): object {
  const each = (marks: readonly Mark[]): object[] =>
    marks.map((mark) =>
      'marks' in mark
        ? { ...mark, marks: each(mark.marks) }
        : mark.kind === 'picture'
          ? { kind: mark.kind, alt: mark.alt, bytes: [...Buffer.from(mark.data ?? '', 'base64')] }
          : mark,
    )
  return Object.fromEntries(Object.entries(marked).map(([text, marks]) => [text, each(marks)]))
}

/** The families of the language, and that of formulas where there are some. */
function fontsOf({ language, marked = {} }: BankView): Language['fonts'] {
  const { serif, sans } = messagesFor(language).language.fonts
  const formulas = eachMark(Object.values(marked).flat()).some(({ kind }) => kind === 'formula')
  return formulas ? { serif, sans: [...sans, 'Noto Sans Math'] } : { serif, sans }
}

/** What the template names, and where the compiler finds what was added. */
function fontsInPrint(bank: BankView): Pick<PrintData, 'fonts' | 'added'> {
  const { fonts: added = [] } = bank
  const families = added.map(({ family }) => family)
  const { serif, sans } = fontsOf(bank)
  return {
    fonts: { serif: [...serif, ...families], sans: [...sans, ...families] },
    ...(added.length > 0 ? { added } : {}),
  }
}

function limitsOf(bank: BankView): Diagnostic[] {
  const printed = [
    { where: 'the titles of the quiz and its unit', texts: [bank.title, bank.unit] },
    ...bank.questions.map((question) => ({
      where: `question "${question.id}"`,
      texts: [
        question.stem,
        JSON.stringify(typeOf(question).reasons(question, [])),
        ...question.facts.flatMap(({ statement, attribution, citation }) => [
          statement,
          attribution,
          citation,
        ]),
      ],
    })),
  ]
  return missingGlyphs(printed, {
    file: `questions/${bank.id}.json`,
    fonts: fontsOf(bank),
    language: bank.language,
    added: bank.fonts,
    marked: bank.marked,
    shows: 'worksheets and keys will show an empty box in its place',
  })
}
