import type { Mention, ReadWord } from '../reading.ts'

/** A text as names, other words and what parts them. */
export type Piece =
  | { kind: 'name'; mention: Mention; start: number; end: number }
  | { kind: 'word'; word: ReadWord; start: number; end: number }
  | { kind: 'break'; start: number; end: number }

/** Takes a text apart. A name of several words is one piece; a mark that parts is one. */
export function piecesOf(text: string, words: readonly ReadWord[], mentions: readonly Mention[]): Piece[] {
  const pieces: Piece[] = []
  let last = 0
  for (const word of words) {
    const mention = mentions.find(({ start, end }) => start <= word.start && word.end <= end)
    const previous = pieces.at(-1)
    if (mention && previous?.kind === 'name' && previous.mention === mention) continue
    const gap = text.slice(last, word.start)
    if (pieces.length > 0 && /[.,;:()!?—–"“”]/.test(gap))
      pieces.push({ kind: 'break', start: last, end: word.start })
    const { start, end } = mention ?? word
    pieces.push(mention ? { kind: 'name', mention, start, end } : { kind: 'word', word, start, end })
    last = end
  }
  return pieces
}

/** The tag of the word at a place; "name" and "break" for what is none. */
export function tagAt(pieces: readonly Piece[], index: number): string {
  const piece = pieces[index]
  return piece?.kind === 'word' ? piece.word.tag : (piece?.kind ?? 'break')
}

/** The word at a place, lower-case; empty for what is none. */
export function wordAt(pieces: readonly Piece[], index: number): string {
  const piece = pieces[index]
  return piece?.kind === 'word' ? piece.word.lower : ''
}

/**
 * The head of the noun phrase that a name opens: "boats" in "Icelandic boats", "imports" in "Iceland’s oil
 * imports".
 */
export function ownedNoun(pieces: readonly Piece[], index: number): ReadWord | undefined {
  let head: ReadWord | undefined
  for (let at = index + 1; at < pieces.length; at++) {
    const piece = pieces[at]!
    if (piece.kind !== 'word') break
    const { tag, lower } = piece.word
    if (tag === 'NOUN' || (tag === 'PROPN' && !/^\p{Lu}/u.test(piece.word.text))) head = piece.word
    else if (
      !(
        tag === 'ADJ' ||
        tag === 'NUM' ||
        lower === 's' ||
        lower === 'own' ||
        (tag === 'VERB' && /(?:ed|ing)$/.test(lower) && tagAt(pieces, at + 1) === 'NOUN')
      )
    )
      break
  }
  return head
}
