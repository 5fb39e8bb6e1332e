// Texts of content in the forms that exports take. Everything is literal: what looks like markup is shown.

import type { ExportedFact, ExportedQuestion } from './exported-question.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML. */
export function html(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!)
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
