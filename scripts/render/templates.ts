// Nunjucks: the only way from a view to text. Templates lie in one folder an output; HTML and XML are escaped
// by default, other formats are not, and an undefined value is an error instead of an empty string.

import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { escapeHtml, markedHtml, type MarkedTexts } from '../../contract/marked-text.ts'

/** A template that cannot be rendered; `at` is absent where Nunjucks does not say. */
export class TemplateError extends Error {
  readonly template: string
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(template: string, message: string, line?: number, column?: number) {
    super(message)
    this.template = template
    this.line = line
    this.column = column
  }
}

export type Filter = (value: never, ...rest: never[]) => unknown

export interface Templates {
  /**
   * Renders `quiz/page.njk` with a plain JSON view. Throws TemplateError. In pages, texts that stand in
   * `marked` are shown with their markup.
   */
  render(name: string, view: object): string
}

/**
 * Templates of the folder `templates/`, which may include those of `question-types/` beside it; `filters` are
 * added to the built-in ones.
 */
export function openTemplates(folder: string, filters: Record<string, Filter> = {}): Templates {
  const environment = (autoescape: boolean): nunjucks.Environment => {
    const made = new nunjucks.Environment(
      new nunjucks.FileSystemLoader([folder, join(folder, '../question-types')]),
      {
        autoescape,
        throwOnUndefined: true,
        trimBlocks: true,
        lstripBlocks: true,
      },
    )
    for (const [name, filter] of Object.entries(filters))
      made.addFilter(name, filter as (...args: unknown[]) => unknown)
    return made
  }
  const html = environment(true)
  const plain = environment(false)
  return {
    render(name, view) {
      const escaped = /^(?:quiz|site)\/|\.(?:x|ht|xht)ml\.njk$/.test(name)
      try {
        const { marked } = view as { marked?: MarkedTexts }
        const shown =
          escaped && marked ? (withMarkup(view, marked, name.startsWith('quiz/')) as object) : view
        return (escaped ? html : plain).render(name, shown)
      } catch (thrown) {
        throw asTemplateError(join(folder, name), name, thrown as Error)
      }
    },
  }
}

/**
 * The view with markup, which is not escaped again, in place of the texts that have some. `inPage`: beside their
 * letters, which the player reads.
 */
function withMarkup(value: unknown, marked: MarkedTexts, inPage: boolean): unknown {
  if (typeof value === 'string')
    return Object.hasOwn(marked, value)
      ? new nunjucks.runtime.SafeString(
          inPage
            ? `<span data-plain="${escapeHtml(value)}">${markedHtml(marked[value]!)}</span>`
            : markedHtml(marked[value]!),
        )
      : value
  if (Array.isArray(value)) return value.map((each) => withMarkup(each, marked, inPage))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      // Names and titles stand in attributes and lists of other programs.
      ['marked', 'name', 'title'].includes(key) ? each : withMarkup(each, marked, inPage),
    ]),
  )
}

function asTemplateError(path: string, name: string, thrown: Error): TemplateError {
  const lines = thrown.message.split('\n').map((line) => line.trim())
  const position = /\[Line (\d+), Column (\d+)\]/.exec(thrown.message)
  const message =
    lines.filter((line) => line !== '' && !line.startsWith(`(${path})`)).join(' ') || thrown.message
  return new TemplateError(
    name,
    message.replace(/^(?:Template render error:|Error:|\([^()]*\.\w+\)|\[Line \d+, Column \d+\]|\s)+/, '') ||
      message,
    Number(position?.[1]) || undefined,
    Number(position?.[2]) || undefined,
  )
}
