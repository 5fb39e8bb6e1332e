// Worksheets and answer keys for Word, to be changed by whoever hands them out.

import type * as Docx from 'docx'
import { directionOf, messagesFor, type Messages } from '../../../contract/messages/registry.ts'
import { fill } from '../../../contract/messages/wording.ts'
import { optionLetter } from '../../../contract/seeded-shuffle.ts'
import { zip } from '../../render/zip.ts'
import { held } from '../holding.ts'
import { exportOf, type ExportedBank } from './export-of.ts'
import { runsOf } from './marked-runs.ts'
import { onPaper } from './on-paper.ts'
import { reasonLines } from './reasons.ts'

/** `exports/docx/<quiz>-worksheet.docx` and `<quiz>-key.docx`. */
export const docx = exportOf({
  name: 'docx',
  makes: 'Word documents',
  holds: held({ no: ['picture'] }),
  async emit(banks, { unit }) {
    const library = await import('docx')
    const messages = messagesFor(unit.language)
    const author = unit.author ?? unit.title
    const files = []
    for (const bank of banks) {
      const make = documents(library, bank, messages, author)
      files.push(
        {
          path: `${bank.id}-worksheet.docx`,
          version: `${bank.title}: ${messages.exports.worksheet}`,
          data: make.worksheet(),
        },
        {
          path: `${bank.id}-key.docx`,
          version: `${bank.title}: ${messages.exports.key}`,
          data: make.key(),
        },
      )
    }
    return files
  },
})

function documents(
  {
    Document,
    HeadingLevel,
    LevelFormat,
    Packer,
    Paragraph,
    TextRun,
    Footer,
    PageNumber,
    AlignmentType,
  }: typeof Docx,
  bank: ExportedBank,
  { exports: words }: Messages,
  author: string,
) {
  const rightToLeft = directionOf(bank.language) === 'rtl'
  const looks = runsOf(bank.marked ?? {})
  const run = (text: string, given: Partial<Docx.IRunOptions> = {}): Docx.TextRun[] =>
    looks(text).map(
      ({ text: letters, bold, italic, code, breaks }) =>
        new TextRun({
          text: letters,
          rightToLeft,
          ...given,
          ...(bold ? { bold } : {}),
          ...(italic ? { italics: italic } : {}),
          ...(code ? { font: 'Consolas' } : {}),
          ...(breaks ? { break: 1 } : {}),
        }),
    )
  const paragraph = (
    text: string | Docx.TextRun[],
    given: Partial<Docx.IParagraphOptions> = {},
  ): Docx.Paragraph =>
    new Paragraph({
      bidirectional: rightToLeft,
      children: typeof text === 'string' ? run(text) : text,
      ...given,
    })
  const title = (what: string): Docx.Paragraph[] => [
    paragraph(fill('{title}: {what}', { title: bank.title, what }), { heading: HeadingLevel.TITLE }),
    paragraph(bank.summary),
  ]
  const stem = (n: number, text: string): Docx.Paragraph =>
    paragraph(`${n}. ${text}`, { heading: HeadingLevel.HEADING_2, keepNext: true })
  const bullet = (text: string): Docx.Paragraph =>
    paragraph(text, { numbering: { reference: 'points', level: 0 } })

  const pack = (what: string, children: Docx.Paragraph[]): Uint8Array => {
    const document = new Document({
      title: fill('{title}: {what}', { title: bank.title, what }),
      description: bank.summary,
      creator: author,
      lastModifiedBy: author,
      styles: {
        default: {
          document: {
            run: {
              font: 'Calibri',
              size: 22,
              language: rightToLeft ? { bidirectional: bank.language } : { value: bank.language },
            },
            paragraph: { spacing: { after: 80 } },
          },
          title: { run: { size: 36, bold: true, color: '0D5C63' }, paragraph: { spacing: { after: 160 } } },
          heading2: {
            run: { size: 24, bold: true, color: '1D2226' },
            paragraph: { spacing: { before: 240, after: 80 } },
          },
        },
      },
      numbering: {
        config: [
          {
            reference: 'points',
            levels: [
              {
                level: 0,
                format: LevelFormat.BULLET,
                text: '•',
                alignment: AlignmentType.START,
                style: { paragraph: { indent: { left: 400, hanging: 240 } } },
              },
            ],
          },
        ],
      },
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: [PageNumber.CURRENT] })],
                }),
              ],
            }),
          },
          children,
        },
      ],
    })
    // What it does in public compresses the files, which we would unpack again: a fifth of the time.
    const { compiler } = Packer as unknown as {
      compiler: { compile(made: Docx.Document): ReadonlyMap<string, string | Uint8Array> }
    }
    // The library writes the time; a file must not change while its content does not.
    return zip(
      [...compiler.compile(document)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, data]) => [
          path,
          typeof data === 'string'
            ? data.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '2000-01-01T00:00:00Z')
            : data,
        ]),
    )
  }

  return {
    worksheet: () =>
      pack(words.worksheet, [
        ...title(words.worksheet),
        paragraph(`${words.name}: ______________________________    ${words.date}: ______________`),
        ...bank.questions.flatMap((question, n) => {
          const { choices, task, line } = onPaper(question.described, question.uid)
          const help = task === 'all' ? words.chooseAll : task === 'order' ? words.order : ''
          return [
            stem(n + 1, question.described.prompt),
            ...(help === '' ? [] : [paragraph(run(help, { italics: true }))]),
            ...choices.map((choice, place) =>
              paragraph(`☐ ${task === 'match' ? '' : `${optionLetter(place)}. `}${choice}`, {
                indent: { left: 300 },
                keepNext: place < choices.length - 1,
              }),
            ),
            ...(line === '' ? [] : [paragraph(line)]),
            ...(question.hint === ''
              ? []
              : [paragraph(run(`${words.hint}: ${question.hint}`, { italics: true }))]),
          ]
        }),
      ]),
    key: () =>
      pack(words.key, [
        ...title(words.key),
        ...bank.questions.flatMap((question, n) => [
          stem(n + 1, question.described.prompt),
          paragraph(run(`${words.answer}: ${question.described.key}`, { bold: true })),
          ...(question.described.feedback === '' ? [] : [paragraph(question.described.feedback)]),
          ...reasonLines(question.described, words).map(bullet),
          paragraph(run(words.behind, { bold: true })),
          ...question.facts.flatMap(({ statement, status, source }) => [
            paragraph(statement),
            paragraph(run(status, { italics: true })),
            paragraph(run(source, { size: 18 })),
          ]),
          paragraph(
            run(
              `${words.level}: ${question.levelWord}. ${words.objective}: ${question.objective} (${question.uid})`,
              { size: 16, color: '555C63' },
            ),
          ),
        ]),
      ]),
  }
}
