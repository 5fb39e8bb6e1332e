// Texts of content in the forms that exports take. What looks like markup and is none is shown.

import { escapeHtml, markedHtml, type Mark, type MarkedTexts } from '../../../contract/marked-text.ts'
import type { ExportedFact, ExportedQuestion } from './exported-question.ts'

/** A plain text that knows its markup, which `html` finds; for everything else it is a string. */
class WithMarkup extends String {
  readonly marks: readonly Mark[]

  constructor(text: string, marks: readonly Mark[]) {
    super(text)
    this.marks = marks
  }
}

/** The same value, whose texts know their markup. */
export function knowingMarkup<T>(value: T, marked: MarkedTexts): T {
  if (typeof value === 'string')
    return Object.hasOwn(marked, value) ? (new WithMarkup(value, marked[value]!) as unknown as T) : value
  if (Array.isArray(value)) return value.map((each) => knowingMarkup<unknown>(each, marked)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, knowingMarkup<unknown>(each, marked)]),
  ) as T
}

/** What stands behind a text that knows it. */
export function marksOf(text: string | WithMarkup): readonly Mark[] | undefined {
  return text instanceof WithMarkup ? text.marks : undefined
}

/** A text as HTML. */
export function html(text: string | WithMarkup): string {
  return text instanceof WithMarkup ? markedHtml(text.marks) : escapeHtml(text)
}

/** What stands behind a question, as HTML; `heading` names it. */
export function factsHtml({ facts }: Pick<ExportedQuestion, 'facts'>, heading: string): string {
  return `<p><strong>${html(heading)}</strong></p>${facts.map(factHtml).join('')}`
}

function factHtml({ statement, status, source }: ExportedFact): string {
  return `<p>${html(statement)}<br/><em>${html(status)}</em><br/><small>${html(source)}</small></p>`
}

/** The same in one paragraph of plain text. */
export function factsText({ facts }: Pick<ExportedQuestion, 'facts'>, heading: string): string {
  return `${heading}: ${facts.map(({ statement, status, source }) => `${statement} (${status}. ${source})`).join(' ')}`
}

/** Paragraphs as HTML; those that are empty are left out. */
export function paragraphs(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => `<p>${html(text)}</p>`)
    .join('')
}
