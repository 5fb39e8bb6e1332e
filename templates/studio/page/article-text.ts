// An article cut into the pieces that look different: what claims something, what facts rest on, what is left
// out on purpose. Places are code points, as evidence has them.

import type { ArticleView } from '../../../contract/studio.ts'

interface Piece {
  start: number
  end: number
  text: string
  /** Ids of facts that rest on it. */
  facts: string[]
  /** It is what a fact that is being written rests on. */
  chosen: boolean
}

/** Pieces in a row; a claim is one that can be taken. */
interface Run {
  claim?: { index: number; start: number; end: number; kinds: readonly string[]; standing: Standing }
  pieces: Piece[]
}

export type Standing = 'open' | 'covered' | 'left out'

export interface Paragraph {
  start: number
  end: number
  role: 'text' | 'heading' | 'page'
  runs: Run[]
  /** Facts whose first passage begins here. */
  facts: string[]
}

/** Words of an article: where they begin and end. */
export interface Words {
  start: number
  end: number
}

export interface Marks {
  evidence: readonly (Words & { fact: string })[]
  chosen: readonly Words[]
  leftOut: readonly Words[]
}

/** Whether two stretches have a letter in common. */
export const meets = (a: Words, b: Words): boolean => a.start < b.end && b.start < a.end

/** How a claim stands: whether a fact rests on some of it. */
export function standingOf(claim: Words, { evidence, leftOut }: Marks): Standing {
  if (evidence.some((each) => meets(each, claim))) return 'covered'
  return leftOut.some((each) => meets(each, claim)) ? 'left out' : 'open'
}

/** The paragraphs of an article, each text piece exactly once and in order. */
export function paragraphsOf(article: ArticleView, marks: Marks): Paragraph[] {
  const points = Array.from(article.text)
  const firstOf = new Map<string, number>()
  for (const { fact, start } of marks.evidence)
    firstOf.set(fact, Math.min(start, firstOf.get(fact) ?? Number.POSITIVE_INFINITY))
  return article.blocks.map((block): Paragraph => {
    const within = <T extends Words>(spans: readonly T[]): T[] => spans.filter((span) => meets(span, block))
    const evidence = within(marks.evidence)
    const chosen = within(marks.chosen)
    const claims = article.candidates
      .map((each, index) => ({ ...each, index, standing: standingOf(each, marks) }))
      .filter((each) => meets(each, block))
    const pieces = (start: number, end: number): Piece[] => {
      const cuts = new Set([start, end])
      for (const each of [...evidence, ...chosen])
        for (const cut of [each.start, each.end]) if (cut > start && cut < end) cuts.add(cut)
      const sorted = [...cuts].toSorted((a, b) => a - b)
      return sorted.slice(1).map((to, index) => {
        const span = { start: sorted[index]!, end: to }
        return {
          ...span,
          text: points.slice(span.start, span.end).join(''),
          facts: evidence.filter((each) => meets(each, span)).map(({ fact }) => fact),
          chosen: chosen.some((each) => meets(each, span)),
        }
      })
    }
    const runs: Run[] = []
    let at = block.start
    for (const claim of claims) {
      const from = Math.max(claim.start, at)
      const to = Math.min(claim.end, block.end)
      if (from >= to) continue
      if (from > at) runs.push({ pieces: pieces(at, from) })
      runs.push({ claim, pieces: pieces(from, to) })
      at = to
    }
    if (at < block.end) runs.push({ pieces: pieces(at, block.end) })
    return {
      start: block.start,
      end: block.end,
      role: block.role,
      runs,
      facts: [...firstOf].flatMap(([fact, first]) =>
        first >= block.start && first < block.end ? [fact] : [],
      ),
    }
  })
}

/** The selected words of the article within `container`, in code points; undefined where none are. */
export function selectedSpan(container: HTMLElement): Words | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!container.contains(range.commonAncestorContainer)) return undefined
  const start = pointAt(range.startContainer, range.startOffset, 'start')
  const end = pointAt(range.endContainer, range.endOffset, 'end')
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** Where a place of the page stands in the article: every piece of text says where it begins. */
function pointAt(node: Node, offset: number, side: 'start' | 'end'): number | undefined {
  if (node.nodeType === Node.TEXT_NODE) {
    const piece = node.parentElement?.closest<HTMLElement>('[data-at]')
    if (!piece) return undefined
    return Number(piece.dataset['at']) + Array.from((node.textContent ?? '').slice(0, offset)).length
  }
  // Between elements: the nearest piece on the side that the selection covers.
  const element = node as Element
  const pieces = [...element.querySelectorAll<HTMLElement>('[data-at]')]
  const own = element.closest<HTMLElement>('[data-at]')
  if (own) return Number(own.dataset['at']) + (offset === 0 ? 0 : Array.from(own.textContent ?? '').length)
  const child = element.childNodes[side === 'start' ? offset : offset - 1]
  if (side === 'start') {
    const next = pieces.find(
      (piece) =>
        child &&
        (child.contains(piece) || child.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING),
    )
    return next ? Number(next.dataset['at']) : undefined
  }
  const before = pieces.findLast(
    (piece) =>
      child &&
      (child.contains(piece) || child.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_PRECEDING),
  )
  return before ? Number(before.dataset['at']) + Array.from(before.textContent ?? '').length : undefined
}
