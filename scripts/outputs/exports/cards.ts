// Questions as cards with two sides, for Anki: fields of HTML.

import type { Messages } from '../../../contract/messages/registry.ts'
import type { ExportedQuestion } from './exported-question.ts'
import { onPaper } from './on-paper.ts'
import { reasonLines } from './reasons.ts'
import { factsHtml, html, paragraphs } from './rich-text.ts'

/** The fields of a note, in Anki's order; the first names the note where notes are imported as text. */
export const cardFields = ['Id', 'Question', 'Choices', 'Hint', 'Answer', 'Reasons', 'Behind'] as const

/** What stands in them. */
export function cardOf(question: ExportedQuestion, words: Messages['exports']): string[] {
  const { described } = question
  const { choices, line } = onPaper(described, question.uid)
  return [
    question.uid,
    html(described.prompt),
    list(choices) + paragraphs(line),
    question.hint === '' ? '' : html(question.hint),
    html(described.key),
    paragraphs(described.feedback) + list(reasonLines(described, words)),
    factsHtml(question, words.behind),
  ].map(withoutTags)
}

/** Mnemosyne takes braces in fields for tags of the template, and shows no card that has an unknown one. */
function withoutTags(field: string): string {
  return field.replaceAll(/\{(?=\{)/g, '&#123;')
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`
}
