// The parts of an article's text: its paragraphs and headings, and the lines that belong to the page it stood
// on. Nothing is taken out here: places count in the whole text.

import type { Language } from '../languages/language.ts'
import { fullLine } from '../source/normalise.ts'

/** A part of a text in UTF-16 units, without the blanks around it. */
interface Part {
  start: number
  end: number
}

export interface Block extends Part {
  /**
   * text: sentences. heading: a title or a heading between them. page: a menu, a share line, a line of
   * rights, whatever stands around an article.
   */
  role: 'text' | 'heading' | 'page'
  sentences: readonly Part[]
}

const endsSentence = /[.!?…。؟]["'”’»)\]]*$/u

/** The blocks of a normalised text, in its order. */
export function blocksOf(text: string, language: Language): Block[] {
  const made = paragraphsOf(text).map((part): Block => {
    const words = text.slice(part.start, part.end)
    const sentences = sentencesOf(words, language).map(({ start, end }) => ({
      start: start + part.start,
      end: end + part.start,
    }))
    return { ...part, role: roleOf(words, language), sentences }
  })
  return withHeadings(made, text)
}

/**
 * A short line without a full stop is a heading where it comes right before sentences, and else the page's.
 */
function withHeadings(blocks: readonly Block[], text: string): Block[] {
  const first = blocks.findIndex(({ role }) => role === 'text')
  const last = blocks.findLastIndex(({ role }) => role === 'text')
  return blocks.map((block, index): Block => {
    if (block.role !== 'heading') return block
    const words = text.slice(block.start, block.end).split(/\s+/).length
    const near = index < first ? first - index <= 4 && words >= 4 : index < last && words >= 2
    return near ? block : { ...block, role: 'page' }
  })
}

function roleOf(words: string, language: Language): Block['role'] {
  const count = words.split(/\s+/).length
  const { furniture, origin } = language.claims ?? {}
  if (origin?.test(words)) return 'text'
  if (furniture?.test(words) && (count <= 25 || !endsSentence.test(words))) return 'page'
  if (endsSentence.test(words) && count >= 4) return 'text'
  // A paragraph may end with a colon or a quotation; so much in one line is no menu.
  return count >= 25 ? 'text' : 'heading'
}

/** Parts between empty lines; a line that was full goes on in the next. */
function paragraphsOf(text: string): Part[] {
  const parts: Part[] = []
  let open: Part | undefined
  let full = false
  for (const { 0: line, index } of text.matchAll(/[^\n]+|\n(?=\n)/g)) {
    const words = line.trim()
    if (words === '') {
      open = undefined
      continue
    }
    const start = index + line.indexOf(words)
    if (open && full) open.end = start + words.length
    else parts.push((open = { start, end: start + words.length }))
    full = words.length >= fullLine && !/^(?:[-*•]|\d+[.)])\s/.test(words)
  }
  return parts
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The sentences of a text without line breaks that matter. */
function sentencesOf(text: string, { tag, claims }: Language): Part[] {
  const segmenter = segmenters.get(tag) ?? new Intl.Segmenter(tag, { granularity: 'sentence' })
  segmenters.set(tag, segmenter)
  const parts: Part[] = []
  let start: number | undefined
  // The segmenter ends a sentence at each line break; in a paragraph it is only where the line was full.
  for (const { segment, index } of segmenter.segment(text.replaceAll('\n', ' '))) {
    start ??= index
    const end = index + segment.length
    const next = text.slice(end, end + 40).trimStart()
    const whole = text.slice(start, end)
    if (
      end < text.length &&
      (claims?.abbreviation.test(whole.slice(-12)) || /^["'”’»),]?\s*\p{Ll}/u.test(next))
    )
      continue
    const trimmed = whole.trim()
    if (trimmed !== '') {
      const from = start + whole.indexOf(trimmed)
      parts.push({ start: from, end: from + trimmed.length })
    }
    start = undefined
  }
  if (start !== undefined) {
    const rest = text.slice(start).trim()
    if (rest !== '')
      parts.push({ start: text.indexOf(rest, start), end: text.indexOf(rest, start) + rest.length })
  }
  return parts
}
