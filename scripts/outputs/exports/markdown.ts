// Questions as Markdown: for any reader of CommonMark, for Quarto and for LiaScript.

import { asOneChoice } from '../../../contract/question-description.ts'
import { messagesFor, type Messages } from '../../../contract/messages/registry.ts'
import type { ExportName } from '../../../contract/export-names.ts'
import { held, type Holds } from '../holding.ts'
import type { Mark } from '../../../contract/marked-text.ts'
import { marksOf } from './rich-text.ts'
import { exportOf, type Export } from './export-of.ts'
import type { ExportedQuestion } from './exported-question.ts'
import { onPaper } from './on-paper.ts'
import { reasonLines } from './reasons.ts'

const inWords = held({})

/** `exports/commonmark/<quiz>.md`. */
export const commonmark = text('commonmark', 'Markdown', 'md', inWords)

/** `exports/quarto/<quiz>.qmd`. */
export const quarto = text('quarto', 'Quarto documents', 'qmd', inWords)

/** `exports/liascript/<quiz>.md`. */
export const liascript = text('liascript', 'LiaScript courses', 'md', {
  ...inWords,
  hint: 'own',
  choice: 'own',
  choices: 'own',
})

function text(name: ExportName, makes: string, ending: string, holds: Holds): Export {
  return exportOf({
    name,
    markup: true,
    makes,
    holds,
    async emit(banks, content, { render }) {
      const { exports: words } = messagesFor(content.unit.language)
      return banks.map((bank) => ({
        path: `${bank.id}.${ending}`,
        version: bank.title,
        data: render.templates.render(`exports/${name}.njk`, {
          title: escaped(bank.title),
          quotedTitle: JSON.stringify(bank.title),
          summary: escaped(bank.summary),
          language: content.unit.language,
          words,
          questions: bank.questions.map((question) => questionView(question, words)),
        }),
      }))
    },
  })
}

function questionView(question: ExportedQuestion, words: Messages['exports']): object {
  const { described } = question
  const paper = onPaper(described, question.uid)
  const asked = described.form === 'verdict' ? asOneChoice(described) : described
  return {
    uid: question.uid,
    prompt: escaped(described.prompt),
    task: paper.task,
    choices: paper.choices.map(escaped),
    marked:
      asked.form === 'choice'
        ? asked.choices.map(({ text: each, right }) => ({ text: escaped(each), right }))
        : [],
    many: asked.form === 'choice' && asked.many,
    line: escaped(paper.line),
    // LiaScript knows one answer to what is written; the others stand in its solution.
    written:
      described.form === 'text'
        ? `[[${bracketed(described.accepted[0]!)}]]`
        : described.form === 'cloze'
          ? described.text
              .map((piece) =>
                typeof piece === 'string' ? escaped(piece) : `[[${bracketed(piece.accepted[0]!)}]]`,
              )
              .join('')
          : '',
    hint: escaped(question.hint),
    key: escaped(described.key),
    feedback: escaped(described.feedback),
    reasons: reasonLines(described, words).map(escaped),
    facts: question.facts.map(({ statement, status, source }) => ({
      statement: escaped(statement),
      status: escaped(status),
      source: escaped(source),
    })),
    about: escaped(`${words.level}: ${question.levelWord}. ${words.objective}: ${question.objective}`),
  }
}

/** A backslash makes every mark of ASCII literal (CommonMark 0.31, "Backslash escapes"; Pandoc too). */
function escaped(shown: string): string {
  const marks = marksOf(shown)
  return marks ? marks.map(inMarkdown).join('') : literal(shown)
}

/** The markup that texts of content may have, as CommonMark and Pandoc write it. */
function inMarkdown(mark: Mark): string {
  switch (mark.kind) {
    case 'text':
      return literal(mark.text)
    case 'emphasis':
      return `*${mark.marks.map(inMarkdown).join('')}*`
    case 'strong':
      return `**${mark.marks.map(inMarkdown).join('')}**`
    case 'code':
      return `\`${mark.text}\``
    case 'break':
      return '<br/>'
    case 'formula':
      return `$${mark.tex}$`
    case 'picture':
      return `![${literal(mark.alt)}](data:${mark.type};base64,${mark.data})`
  }
}

function literal(plain: string): string {
  return plain.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`)
}

function bracketed(plain: string): string {
  return plain.replaceAll(/[[\]|]/g, ' ')
}
