import type { Deputy, Mention, ReadWord, Relation, Relations } from '../reading.ts'
import { ownedNoun, piecesOf, tagAt, wordAt, type Piece } from './pieces.ts'
import { readSlots } from './slots.ts'

// Who does what, from the tags alone. A library that parses English as a tree does not run here without a
// model of hundreds of megabytes; what is read is what can be read surely, and everything else is left out: a
// rule that compares two texts needs no more.

const beForms = new Set('is are was were be been being gets got get'.split(' '))
const placing = new Set('in at inside within near across against on over'.split(' '))
/** Verbs whose doer is the one to whom something goes. */
const taking = new Set(
  (
    'receive receives received receiving get gets got getting obtain obtains obtained obtaining acquire acquires acquired acquiring procure procures procured ' +
    'buy buys bought buying import imports imported importing gain gains gained gaining accept accepts accepted take takes took draw draws'
  ).split(' '),
)
const giving = new Set(
  (
    'send sends sent sending give gives gave given giving supply supplies supplied supplying provide provides provided providing deliver delivers delivered ' +
    'delivering ship ships shipped shipping export exports exported exporting sell sells sold selling offer offers offered offering transfer transfers transferred ' +
    'transferring lend lends lent grant grants granted hand hands handed bring brings brought'
  ).split(' '),
)

const relaying = new Set('told tells tell citing cites cited quoting quotes quoted'.split(' '))
/** Verbs by which a thing tells. */
const showing = new Set(
  'say says said show shows showed indicate indicates indicated suggest suggests suggested reveal reveals revealed report reports reported purport purports purported allege alleges alleged claim claims claimed'.split(
    ' ',
  ),
)
/** What is felt or passed on, and so somebody's. */
const felt = /^(?:fears?|worry|worries|concerns?|speculations?|suspicions?|rumou?rs?|allegations?|claims?)$/

/** Reads the relations of an English text. */
export function readRelations(
  text: string,
  words: readonly ReadWord[],
  mentions: readonly Mention[],
): Relations {
  const pieces = piecesOf(text, words, mentions)
  const doers: Relation[] = []
  const deputies: Deputy[] = []
  const patients: Relation[] = []
  const owners: Relation[] = []
  const genitives: Relation[] = []
  const places: Relation[] = []
  const sources: Relation[] = []
  const targets: Relation[] = []
  const origins: Mention[] = []
  const goals: Mention[] = []
  const relays: Mention[] = []
  let lastSubjects: Mention[] = []
  const lowerAt = (index: number): string => {
    const piece = pieces[index]
    return piece?.kind === 'word' ? piece.word.lower : ''
  }

  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'break') {
      if (/[.!?;]/.test(text.slice(piece.start, piece.end))) lastSubjects = []
      continue
    }
    if (piece.kind === 'name') {
      const before = lowerAt(index - 1) === 'the' ? lowerAt(index - 2) : lowerAt(index - 1)
      const noun = ownedNoun(pieces, index)
      if (noun) owners.push({ mention: piece.mention, word: noun })
      if (before === 'of' || before === 'by') {
        const owned = nounBefore(pieces, index - (lowerAt(index - 1) === 'the' ? 2 : 1))
        if (owned) genitives.push({ mention: piece.mention, word: owned })
      }
      if (placing.has(before) && !noun) {
        const head = headBefore(pieces, index - (lowerAt(index - 1) === 'the' ? 2 : 1))
        if (head) places.push({ mention: piece.mention, word: head })
      }
      const way = wayTo(pieces, index)
      if (way && !noun) (way.from ? sources : targets).push({ mention: piece.mention, word: way.head })
      if (relaying.has(before)) relays.push(piece.mention)
      if (before === 'from' && !noun) origins.push(piece.mention)
      if ((before === 'to' || before === 'towards' || before === 'toward') && !noun) goals.push(piece.mention)
      continue
    }
    if (piece.word.tag !== 'VERB') continue
    const verb = piece.word
    let first = index
    while (first > 0 && ['AUX', 'ADV', 'PART'].includes(tagAt(pieces, first - 1))) first--
    const helpers = pieces
      .slice(first, index)
      .flatMap((each) => (each.kind === 'word' ? [each.word.lower] : []))
    const participle = !verb.lower.endsWith('ing') && /(?:ed|en|t|d|n|ne|wn)$/.test(verb.lower)
    const passive = participle && helpers.some((helper) => beForms.has(helper))
    const byDoer = doerAfterBy(pieces, index)
    const own = subjectsBefore(pieces, first, verb.lower.endsWith('ing'))
    // "Iceland bought herring and sold it": the doer of the first verb does the second too.
    const deputy = own.length === 0 && !passive ? deputyBefore(pieces, first) : undefined
    if (deputy) deputies.push({ ...deputy, word: verb })
    const joined = own.length === 0 && ['and', 'but', 'or'].includes(lowerAt(first - 1))
    const subjects = joined ? lastSubjects : own
    lastSubjects = subjects
    const object = objectAfter(pieces, index)
    if (passive || (byDoer.length > 0 && participle && helpers.length === 0)) {
      for (const mention of byDoer) doers.push({ mention, word: verb })
      for (const mention of subjects) patients.push({ mention, word: verb })
      continue
    }
    for (const mention of subjects) {
      doers.push({ mention, word: verb })
      if (taking.has(verb.lower)) goals.push(mention)
      if (giving.has(verb.lower)) origins.push(mention)
    }
    if (object) {
      patients.push({ mention: object.mention, word: verb })
      if (giving.has(verb.lower) && object.bare) goals.push(object.mention)
    }
  }
  return {
    doers,
    deputies,
    patients,
    owners,
    genitives,
    places,
    sources,
    targets,
    origins,
    goals,
    slots: readSlots(text, pieces),
    relays,
    tellers: tellersOf(words),
  }
}

/** The noun before "of". */
function nounBefore(pieces: readonly Piece[], of: number): ReadWord | undefined {
  const piece = pieces[of - 1]
  return piece?.kind === 'word' && piece.word.tag === 'NOUN' ? piece.word : undefined
}

function tellersOf(words: readonly ReadWord[]): ReadWord[] {
  return words.flatMap((word, index) => {
    if (word.tag !== 'NOUN') return []
    if (felt.test(word.lower) && words[index - 1]?.tag !== 'AUX') return [word]
    if (
      /^reports?$/.test(word.lower) &&
      words.slice(index + 1, index + 4).some(({ lower }) => lower === 'of' || lower === 'that')
    )
      return [word]
    let next = index + 1
    while (['AUX', 'ADV', 'PART'].includes(words[next]?.tag ?? '')) next++
    const verb = words[next]
    // "Who manages the project, showed": a comma parts them.
    const isSubject = (words[index + 1]?.start ?? 0) === word.end + 1
    return isSubject && verb?.tag === 'VERB' && verb.sentence === word.sentence && showing.has(verb.lower)
      ? [word]
      : []
  })
}

/** Those after "by" behind a verb, also several joined by "and" or "nor". */
function doerAfterBy(pieces: readonly Piece[], verb: number): Mention[] {
  for (let at = verb + 1; at < Math.min(pieces.length, verb + 6); at++) {
    if (tagAt(pieces, at) === 'break' || tagAt(pieces, at) === 'VERB') return []
    if (wordAt(pieces, at) !== 'by') continue
    const found: Mention[] = []
    for (let next = at + 1; next < pieces.length; next++) {
      const piece = pieces[next]!
      if (piece.kind === 'name') {
        if (ownedNoun(pieces, next)) break
        found.push(piece.mention)
      } else if (!joining.has(wordAt(pieces, next)) && tagAt(pieces, next) !== 'DET') break
    }
    return found
  }
  return []
}

const joining = new Set(['and', 'or', 'nor', 'neither', 'both', 'either', 'the'])

/**
 * Who stands as the subject right before a group of verbs; somebody after a preposition is none, and past
 * "who" or "which" stands its antecedent.
 */
function subjectsBefore(pieces: readonly Piece[], verb: number, gerund: boolean): Mention[] {
  let at = verb - 1
  if (['which', 'who', 'that'].includes(wordAt(pieces, at))) at -= pieces[at - 1]?.kind === 'break' ? 2 : 1
  const found: Mention[] = []
  for (; at >= 0; at--) {
    const piece = pieces[at]!
    if (piece.kind === 'name') found.push(piece.mention)
    else if (found.length === 0 || !(joining.has(wordAt(pieces, at)) || tagAt(pieces, at) === 'DET')) break
  }
  // "The prospect of Iceland sending herring".
  return tagAt(pieces, at) === 'ADP' && !(gerund && wordAt(pieces, at) === 'of') ? [] : found
}

/**
 * The noun that stands as the subject right before a group of verbs, with the name that opens its phrase:
 * "boats" in "Icelandic fishing boats sent". One after a preposition is no subject.
 */
function deputyBefore(
  pieces: readonly Piece[],
  verb: number,
): { mention: Mention; head: ReadWord } | undefined {
  const last = pieces[verb - 1]
  if (last?.kind !== 'word' || last.word.tag !== 'NOUN') return undefined
  for (let at = verb - 2; at >= 0; at--) {
    const piece = pieces[at]!
    if (piece.kind === 'break') return undefined
    if (piece.kind === 'word') continue
    const before = tagAt(pieces, at - 1) === 'DET' ? at - 2 : at - 1
    return ownedNoun(pieces, at) === last.word && tagAt(pieces, before) !== 'ADP'
      ? { mention: piece.mention, head: last.word }
      : undefined
  }
  return undefined
}

/** What comes from or goes to a name: "herring" in "herring from nearby Iceland". */
function wayTo(pieces: readonly Piece[], name: number): { from: boolean; head: ReadWord } | undefined {
  let at = name - 1
  while (['DET', 'ADJ'].includes(tagAt(pieces, at)) || wordAt(pieces, at).endsWith('ing')) at--
  const preposition = wordAt(pieces, at)
  if (preposition !== 'from' && preposition !== 'to') return undefined
  const head = headBefore(pieces, at)
  return head?.tag === 'NOUN' ? { from: preposition === 'from', head } : undefined
}

/** The word of content before a preposition: "war" in "war in Iceland". */
function headBefore(pieces: readonly Piece[], preposition: number): ReadWord | undefined {
  const piece = pieces[preposition - 1]
  return piece?.kind === 'word' && piece.word.kind === 'content' ? piece.word : undefined
}

function objectAfter(
  pieces: readonly Piece[],
  verb: number,
): { mention: Mention; bare: boolean } | undefined {
  let at = verb + 1
  while (['DET', 'ADV'].includes(tagAt(pieces, at))) at++
  const piece = pieces[at]
  if (piece?.kind !== 'name') return undefined
  return ownedNoun(pieces, at) && !opensSecondObject(pieces, at)
    ? undefined
    : { mention: piece.mention, bare: true }
}

/** "sent Norway herring", "sent Norway more than a hundred": a name, then what it is sent. */
function opensSecondObject(pieces: readonly Piece[], name: number): boolean {
  const piece = pieces[name]
  const next = pieces[name + 1]
  return (
    piece?.kind === 'name' && next?.kind === 'word' && next.start - piece.end === 1 && next.word.tag === 'NUM'
  )
}
