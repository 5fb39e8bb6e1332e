import type { Slot } from '../reading.ts'
import { ownedNoun, wordAt, type Piece } from './pieces.ts'

const joining = new Set(['and', 'or', 'nor', 'neither', 'both', 'either', 'the'])
const beForms = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])

/**
 * What each name is in its sentence, as far as the words beside it show; those of which they show nothing are left
 * out. Names joined by "and" or a comma are what the first of them is.
 */
export function readSlots(text: string, pieces: readonly Piece[]): Slot[] {
  const found: Slot[] = []
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'name') continue
    const slot = slotAt(text, pieces, index) ?? joinedTo(pieces, index, found)
    if (slot !== undefined) found.push({ mention: piece.mention, slot })
  }
  return found
}

function slotAt(text: string, pieces: readonly Piece[], index: number): string | undefined {
  const [before, after] = [skipped(pieces, index - 1, -1), skipped(pieces, index + 1, 1)]
  if (ownedNoun(pieces, index) || opensTitle(text, pieces, index)) return 'of'
  const previous = pieces[before]
  if (previous?.kind === 'word' && (previous.word.tag === 'ADP' || previous.word.lower === 'to')) {
    const { lower } = previous.word
    if (lower === 'by') return 'subject'
    return lower === 'of' && wordAt(pieces, before - 1) === 'out' ? 'out of' : lower
  }
  const next = pieces[after]
  if (next?.kind === 'word' && next.word.tag === 'VERB') {
    const helpers = pieces.slice(index + 1, after).map((_, step) => wordAt(pieces, index + 1 + step))
    return helpers.some((word) => beForms.has(word)) && !next.word.lower.endsWith('ing')
      ? 'object'
      : 'subject'
  }
  if (previous?.kind === 'word' && previous.word.tag === 'VERB') return 'object'
  const opens =
    previous === undefined ||
    (previous.kind === 'break' && /[.!?]/.test(text.slice(previous.start, previous.end)))
  return opens ? 'subject' : undefined
}

/** Past articles, adverbs, auxiliaries and adjectives. */
function skipped(pieces: readonly Piece[], from: number, step: 1 | -1): number {
  const passed = step === 1 ? ['AUX', 'ADV', 'PART'] : ['DET', 'ADJ', 'ADV']
  let at = from
  for (
    let piece = pieces[at];
    piece?.kind === 'word' && passed.includes(piece.word.tag);
    piece = pieces[at]
  ) {
    if (piece.word.lower === 'to') break
    at += step
  }
  return at
}

/** "Iceland" in "Iceland Defence Minister Quill". */
function opensTitle(text: string, pieces: readonly Piece[], index: number): boolean {
  const [piece, next] = [pieces[index]!, pieces[index + 1]]
  return next?.kind === 'word' && next.word.tag === 'PROPN' && text.slice(piece.end, next.start) === ' '
}

function joinedTo(pieces: readonly Piece[], index: number, found: readonly Slot[]): string | undefined {
  let at = index - 1
  while (joining.has(wordAt(pieces, at)) || pieces[at]?.kind === 'break') at--
  const piece = pieces[at]
  if (at === index - 1 || piece?.kind !== 'name') return undefined
  const first = found.find(({ mention }) => mention === piece.mention)?.slot
  return first === 'of' && ownedNoun(pieces, at) ? undefined : first
}
