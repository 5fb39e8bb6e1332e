// Text in Slidev Markdown. A fact may hold anything that is syntax there: braces, tags, rulers, dollars, the
// end of a comment. These filters of templates/slidev/deck.njk make every text literal; nothing else may
// write text into a deck.

import { markedHtml, withoutAdded, type Mark } from '../../contract/marked-text.ts'
import { revealSteps } from '../../contract/reveal.ts'
import type { Deck, LayoutSlide, Notes } from '../../contract/deck.ts'
import { directionOf, messagesFor } from '../../contract/messages/registry.ts'
import { fill, wordMinutes } from '../../contract/messages/wording.ts'
import type { Filter, Templates } from './templates.ts'

// A deck's forms are made one after the other, and of all decks of a unit none is held for longer.
let latest: { deck: Deck; templates: Templates; markdown: string } | undefined

/** The deck as an ordinary Slidev file, which is what all of its forms are made from. */
export function deckMarkdown(deck: Deck, templates: Templates): string {
  if (latest?.deck !== deck || latest.templates !== templates)
    latest = { deck, templates, markdown: rendered(deck, templates) }
  return latest.markdown
}

function rendered(deck: Deck, templates: Templates): string {
  const { marked: _, ...view } = deck
  const markup = markedOf(deck).map(([text, marks]) => ({
    text,
    html: markedHtml(marks, ({ name }) => `/pictures/${name}`),
  }))
  return templates.render('slidev/deck.njk', { reveal: true, look: '', markup, ...view })
}

/** The texts of a deck's own slides that hold more than letters, with what stands behind them. */
export function markedOf({ marked = {}, slides }: Deck): [text: string, marks: readonly Mark[]][] {
  const all = Object.entries(marked)
  if (all.length === 0) return []
  const shown = new Set<string>()
  const add = (value: unknown): void => {
    if (typeof value === 'string') shown.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add)
  }
  for (const slide of slides) if (slide.kind === 'layout') add(shownProps(slide))
  return all.flatMap(([text, marks]): [string, readonly Mark[]][] => {
    const own = withoutAdded(marks)
    return shown.has(text) && own.some(({ kind }) => kind !== 'text') ? [[text, own]] : []
  })
}

/**
 * A value as one line of YAML in JSON's notation. Within strings everything that YAML, Slidev's slide
 * splitter, Markdown or Vue could take for syntax is written as a \u escape, so that no reader of the raw
 * file sees it; the value read back is the same.
 */
export function yamlValue(value: unknown): string {
  if (value === undefined) throw new TypeError('expected a value, got undefined')
  return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (string) =>
    string.replace(/--|[<>{}$&`\u007f-\u009f\u2028\u2029\ufeff]/g, (found) =>
      [...found].map(escaped).join(''),
    ),
  )
}

/** No line of a deck is longer: people edit it. */
const longestLine = 180

/**
 * Props as lines of YAML: a key, a list item or a value a line. Strings are in JSON's notation, long ones
 * broken by a backslash at the end of the line, so that the value read back is the same.
 */
export function yamlLines(value: object, indent = 0): string {
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${' '.repeat(indent)}${key}:${yamlNode(each, indent)}`)
    .join('\n')
}

function yamlNode(value: unknown, indent: number): string {
  const inner = ' '.repeat(indent + 2)
  if (Array.isArray(value) && value.some((each) => typeof each !== 'number'))
    return value
      .map((each) =>
        typeof each === 'object' && each !== null
          ? `\n${inner}- ${yamlLines(each, indent + 4).trimStart()}`
          : `\n${inner}-${yamlNode(each, indent + 4)}`,
      )
      .join('')
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return `\n${yamlLines(value, indent + 2)}`
  return ` ${folded(yamlValue(value), `${inner}  `)}`
}

/** A JSON string in lines; it is broken after a space, or anywhere but within an escape. */
function folded(text: string, indent: string): string {
  if (text.length <= longestLine - indent.length) return text
  const parts = text.match(/\\u[0-9a-f]{4}|\\.|[^\\ ]{1,60}| +/g) ?? []
  const lines = ['']
  for (const part of parts) {
    const last = lines.at(-1)!
    if (last.length + part.length > longestLine - indent.length && !part.startsWith(' ')) lines.push(part)
    else lines[lines.length - 1] = last + part
  }
  return lines.join(`\\\n${indent}`)
}

/** Layouts that show statements whole; the others show short forms only. */
const showStatements: ReadonlySet<string> = new Set([
  'statement',
  'account',
  'figure',
  'voices',
  'disagreement',
  'quotation',
])

/** The frontmatter of a generated slide below its title: what its layout shows, and nothing else. */
function slideProps(slide: LayoutSlide): string {
  return yamlLines(shownProps(slide))
}

/** The props that the Markdown of a slide has: those that its layout shows. */
export function shownProps({ layout, props }: LayoutSlide): object {
  const { title, ...rest } = props
  return { heading: title, ...((showStatements.has(layout) ? rest : withoutStatements(rest)) as object) }
}

function withoutStatements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStatements)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, withoutStatements(each)] as const)
  const ofFact = 'statusLabel' in value
  return Object.fromEntries(
    entries.filter(([key]) => !ofFact || (key !== 'statement' && key !== 'when' && key !== 'text')),
  )
}

/**
 * Plain text as a line of Markdown in a Vue template that renders as exactly this text: for a slide's
 * `title`, which Slidev compiles. Marks that mean nothing where they stand are left alone, since Slidev's
 * overview shows the title uncompiled.
 */
function literalTitle(text: string): string {
  return literalMarkdown(text, '{<!---->')
}

function literalMarkdown(text: string, brace: string): string {
  return (
    text
      .normalize('NFC')
      // Of blanks only those that Markdown takes for layout: others are part of the text.
      .replace(/[ \t\r\n]+/g, ' ')
      .trim()
      .replace(markdownMarks, (mark) => {
        if (mark === '{') return brace
        return entities[mark] ?? `\\${mark}`
      })
  )
}

// Marks that are syntax anywhere; those that are at the start of a line (lists, headings, tables, rulers) or
// before a certain next letter (links, smart punctuation). What comes before a mark is looked at after it, so
// that the search stops at marks only.
const markdownMarks =
  /[\\`*_[\]{}<>&$#~|^@"']|^[-+=:](?=.?)|[.)](?<=^\d{1,9}.)|:(?=[:/])|([-.!?,+:])(?=\1)|([-.!?,])(?<=\2\2)|\+(?=-)|\((?=(?:c|r|p|tm)\))/gi

const entities: Record<string, string> = { $: '&#36;', '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/**
 * Speaker notes as Markdown for an HTML comment: the time, what to say, what to ask, likely answers and what to
 * say to them, the way on, the sources.
 * Slidev shows notes as HTML, so markup is escaped; no text can end the comment.
 */
export function notesComment(notes: Notes, language?: string): string {
  const words = messagesFor(language)
  const labelled = (label: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`**${label}** ${noteText(text)}`]
  const parts = [
    `**${words.notes.time}** ${wordMinutes(notes.minutes, words.slides)}`,
    ...notes.say.map(noteText),
    ...labelled(words.notes.asking, notes.ask),
    ...(notes.answers ?? []).flatMap(({ answer, reply }) =>
      labelled(fill(words.notes.likely, { answer: noteText(answer) }), reply),
    ),
    ...labelled(words.notes.next, notes.next),
  ]
  if (notes.sources.length > 0)
    parts.push(
      [`**${words.notes.sources}**`, '', ...notes.sources.map((source) => `- ${noteText(source)}`)].join(
        '\n',
      ),
    )
  return `<!--\n${parts.map(wrapped).join('\n\n')}\n-->`
}

/**
 * Hand-written slides with our notes after the author's own: Slidev reads the last comment only, so both go
 * into one.
 */
export function withNotes(markdown: string, notes: Notes, language?: string): string {
  const text = markdown.replace(/\r\n?/g, '\n').trimEnd()
  const ours = notesComment(notes, language)
  const own = /<!--([\s\S]*?)-->\s*$/.exec(text)
  return own === null
    ? `${text}\n\n${ours}`
    : `${text.slice(0, own.index)}${ours.replace('<!--\n', () => `<!--\n${own[1]!.trim()}\n\n`)}`
}

/**
 * A file of slides as a part of a deck: its own frontmatter opens it, or a ruler does. At the start of a deck
 * its frontmatter goes on from the deck's, whose title stays.
 */
export function handwrittenSlides(markdown: string, first: boolean): string {
  const own = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(markdown)
  if (!first) return own === null ? `---\n\n${markdown}` : markdown
  if (own === null) return `layout: default\n---\n\n${markdown}`
  return `${(own[1] ?? '').replace(/^title:.*\n/gm, '')}---\n${markdown.slice(own[0].length)}`
}

/**
 * What slides bring along: words of their language and that it runs from right to left, and a look of their
 * own, and texts with markup. Nothing for English in the theme's own look.
 */
function slideSettings(language: string, look = '', markup: object[] = []): object | undefined {
  const messages = messagesFor(language)
  const words = messages === messagesFor('en') ? {} : { words: messages.slides }
  const direction = directionOf(language) === 'rtl' ? { direction: 'rtl' } : {}
  const settings = {
    ...words,
    ...direction,
    ...(look === '' ? {} : { look }),
    ...(markup.length > 0 ? { markup } : {}),
  }
  return Object.keys(settings).length > 0 ? settings : undefined
}

/** Clicks until all of a slide is shown. A checkpoint keeps its answer in any deck. */
function clicks(slide: LayoutSlide, reveal: boolean | undefined): number {
  return reveal === false && slide.layout !== 'checkpoint' ? 0 : revealSteps(slide)
}

/** A text after a key, in lines. */
function yamlText(text: string): string {
  return folded(yamlValue(text), '  ')
}

/** The filters that `templates/slidev/deck.njk` needs; hand them to `openTemplates`. */
export const slidevFilters: Record<string, Filter> = {
  yamlValue,
  literalTitle,
  notesComment,
  withNotes,
  handwrittenSlides,
  slideSettings,
  clicks,
  slideProps,
  yamlText,
  yamlIndented: (value: object) => yamlLines(value, 2),
}

/** Prose in lines; a line break within a paragraph is a space. */
function wrapped(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => inLines(line, line.startsWith('- ') ? '\n  ' : '\n'))
    .join('\n')
}

/** Breaks what is longer than 120 letters at blanks before words, where a line cannot be taken for markup. */
function inLines(line: string, ending: string): string {
  const lines: string[] = []
  let begin = 0
  for (let from = 0; line.length - from > 120;) {
    const end = lastBreak(line, from + 61, from + 119)
    if (end === undefined) from += 1
    else {
      lines.push(line.slice(begin, end))
      begin = from = end + 1
    }
  }
  return [...lines, line.slice(begin)].join(ending)
}

function lastBreak(line: string, from: number, to: number): number | undefined {
  for (let end = to; end >= from; end--)
    if (line[end] === ' ' && /\S/.test(line[end - 1] ?? ' ') && /[\p{L}“‘(]/u.test(line[end + 1] ?? ''))
      return end
  return undefined
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function noteText(text: string): string {
  // Notes are not compiled by Vue: a brace is only a brace.
  return literalMarkdown(text, '\\{').replace(/--/g, '-\\-')
}
