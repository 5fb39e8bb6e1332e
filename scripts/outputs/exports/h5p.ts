// An H5P question set (h5p.org, H5P.QuestionSet 1.20): content alone, whose libraries the system has.

import { asOneChoice, type Description } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { zip } from '../../render/zip.ts'
import { sha256 } from '../../source/digest.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import type { ExportedQuestion } from './exported-question.ts'
import { reasonLines } from './reasons.ts'
import { factsHtml, html, paragraphs } from './rich-text.ts'

/** `exports/h5p/<quiz>.h5p`. */
export const h5p = exportOf({
  name: 'h5p',
  markup: true,
  makes: 'H5P question sets',
  holds: held({
    own: ['reasons', 'choice', 'choices', 'text', 'cloze'],
    no: ['tags', 'number', 'order', 'match'],
  }),
  refuses: ({ described }) =>
    written(described).some((text) => /[*/:]/.test(text))
      ? 'a star, slash or colon in words to write, which mean something to H5P,'
      : undefined,
  async emit(banks, { unit }, { render: { templates } }) {
    const { exports: words } = messagesFor(unit.language)
    return banks.map((bank) => {
      const view = {
        title: bank.title,
        language: unit.language,
        summary: paragraphs(bank.summary),
        questions: bank.questions.map((question) => ({
          id: uuid(question.uid),
          uid: question.uid,
          behind: [
            paragraphs(
              question.described.feedback,
              ...(asChoice(question.described) ? [] : reasonLines(question.described, words)),
            ),
            factsHtml(question, words.behind),
          ].join(''),
          ...asked(question, words.hint),
        })),
      }
      return {
        path: `${bank.id}.h5p`,
        version: bank.title,
        data: zip([
          ['h5p.json', templates.render('exports/h5p/h5p.json.njk', view)],
          ['content/content.json', templates.render('exports/h5p/content.json.njk', view)],
        ]),
      }
    })
  },
})

function asChoice(described: Description) {
  return described.form === 'choice'
    ? described
    : described.form === 'verdict'
      ? asOneChoice(described)
      : undefined
}

/** The words that have to be written, where a question asks for some. */
function written(described: Description): string[] {
  switch (described.form) {
    case 'text':
      return described.accepted
    case 'cloze':
      return described.text.flatMap((piece) => (typeof piece === 'string' ? [] : piece.accepted))
    default:
      return []
  }
}

function asked({ described, hint }: ExportedQuestion, hintWord: string): object {
  const prompt = paragraphs(described.prompt) + (hint === '' ? '' : paragraphs(`${hintWord}: ${hint}`))
  const choice = asChoice(described)
  if (choice)
    return {
      choices: choice.choices.map(({ text, right, feedback }) => ({
        html: `<div>${html(text)}</div>`,
        right,
        feedback: html(feedback),
      })),
      many: choice.many,
      // H5P shuffles all or none.
      shuffles: choice.choices.every(({ pin }) => pin === undefined),
      prompt,
      text: '',
    }
  const line =
    described.form === 'cloze'
      ? described.text
          .map((piece) =>
            typeof piece === 'string' ? html(piece).replaceAll('*', '&#42;') : gap(piece.accepted),
          )
          .join('')
      : gap(written(described))
  return { choices: [], many: false, prompt, text: `<p>${line}</p>` }
}

/** `*one/other*`: a gap with what may be written in it. */
function gap(accepted: readonly string[]): string {
  return `*${accepted.map(html).join('/')}*`
}

/** A UUID (version 8, RFC 9562) made of a name. */
function uuid(name: string): string {
  const digits = sha256(name)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
