import type { Quantity } from '../facts/fact-schema.ts'
import type { Figure, Language } from '../languages/language.ts'
import type { Reader, ReadWord } from '../languages/reading.ts'
import { slugOf, unusedName } from '../facts/names.ts'

/** A quantity as a passage gives it, and the words that it was read from, in UTF-16 units of the passage. */
export interface ReadQuantity {
  quantity: Quantity
  start: number
  end: number
}

/**
 * The figures of a passage that count something, with bound, unit and label. Figures without a unit after
 * them (years, names, ordinals) are left out. Without a reader the next word is taken for the unit.
 */
export function readQuantities(passage: string, language: Language, reader?: Reader): ReadQuantity[] {
  const words = reader?.read(passage)
  const { figures } = language.readTokens(passage)
  const found: ReadQuantity[] = []
  const ids = new Set<string>()
  for (const [index, figure] of figures.entries()) {
    if (figure.weak || figure.values.length !== 1 || figure.values[0]! < 0 || isOrdinal(figure, words))
      continue
    const before = found.at(-1)
    // "Between three and five days", "3 to 5 days": the first has no unit of its own.
    const first = figures[index - 1]
    const range =
      first !== undefined &&
      !first.weak &&
      first.values.length === 1 &&
      first.values[0]! < figure.values[0]! &&
      joinsRange.test(passage.slice(first.end, figure.start)) &&
      (before === undefined || before.end <= first.start)
        ? first
        : undefined
    const unit = unitOf(passage, figure, language, words)
    if (unit === undefined) continue
    const start = (range ?? figure).start
    const id = unusedName(slugOf(unit.unit) || 'figure', ids)
    ids.add(id)
    found.push({
      quantity: {
        id,
        label: unit.label,
        ...(range ? { low: range.values[0]!, high: figure.values[0]! } : { value: figure.values[0]! }),
        unit: unit.unit,
        bound: (range ?? figure).bound ?? 'exact',
      },
      start: Math.min(start, (range ?? figure).hedge?.start ?? start),
      end: Math.max(unit.end, figure.hedge?.end ?? 0),
    })
  }
  return found
}

const joinsRange = /^\s*(?:[-–—]|to|and|or|bis|und|до|і|та|إلى)\s*$/iu

function isOrdinal({ start, end, text }: Figure, words: readonly ReadWord[] | undefined): boolean {
  if (/\p{Nd}(?:st|nd|rd|th)$/iu.test(text)) return true
  const word = words?.find((each) => each.start >= start && each.end <= end)
  return (
    word !== undefined &&
    !/\p{Nd}/u.test(text) &&
    word.tag !== 'NUM' &&
    word.tag !== 'NOUN' &&
    word.tag !== 'DET'
  )
}

const currencies: Readonly<Record<string, string>> = { $: 'dollars', '€': 'euros', '£': 'pounds' }

interface Unit {
  unit: string
  label: string
  end: number
}

function unitOf(
  passage: string,
  { start, end }: Figure,
  language: Language,
  words: readonly ReadWord[] | undefined,
): Unit | undefined {
  const sign = /[$€£]\s*$/.exec(passage.slice(0, start))?.[0].trim()
  const after = passage.slice(end)
  const percent = /^\s*(?:%|per ?cent\b|percent\b|Prozent\b|відсотк\p{L}*|процент\p{L}*|في المئة)/iu.exec(
    after,
  )
  if (percent) {
    const at = end + percent[0].length
    return { unit: '%', label: labelAfter(passage, at, language, words) ?? 'share', end: at }
  }
  // "152mm shells" counts no millimetres; "5km" does.
  const glued = /^\p{L}{1,3}(?!\p{L})/u.exec(after)?.[0]
  if (glued !== undefined) {
    const told = words ? nounAfter(passage, end + glued.length, words) : undefined
    return told
      ? undefined
      : {
          unit: glued,
          label: labelAfter(passage, end + glued.length, language, words) ?? 'length',
          end: end + glued.length,
        }
  }
  const noun = words ? nounAfter(passage, end, words) : wordAfter(passage, end)
  if (sign !== undefined) return { unit: currencies[sign]!, label: noun?.text ?? 'amount', end }
  if (noun === undefined) return undefined
  const rate = language.claims?.rate.exec(passage.slice(noun.end).trimStart())?.[0]
  const at = rate === undefined ? noun.end : passage.indexOf(rate, noun.end) + rate.length
  const of = labelAfter(passage, at, language, words)
  return {
    unit: rate === undefined ? noun.unit : `${noun.unit} ${rate.toLowerCase()}`,
    label: of ?? noun.text,
    end: at,
  }
}

/** What is counted: "wool" after "bales of", past what stands in brackets. */
function labelAfter(
  passage: string,
  from: number,
  { claims }: Language,
  words: readonly ReadWord[] | undefined,
): string | undefined {
  if (!claims?.of) return undefined
  const rest = passage.slice(from)
  const skipped = /^\s*(?:\([^)]*\)|\))?\s*/.exec(rest)![0].length
  const of = claims.of.exec(rest.slice(skipped))
  if (!of) return undefined
  const at = from + skipped + of[0].length
  return (words ? nounAfter(passage, at, words) : wordAfter(passage, at))?.text
}

interface Noun {
  /** The noun with what describes it. */
  text: string
  /** The noun alone. */
  unit: string
  end: number
}

/** The nouns that a phrase ends with, with the adjectives and names before them. */
function nounAfter(passage: string, from: number, words: readonly ReadWord[]): Noun | undefined {
  const first = words.findIndex(({ start }) => start >= from)
  if (first < 0 || !/^[\s\-‑]*$/.test(passage.slice(from, words[first]!.start))) return undefined
  let nouns: ReadWord[] = []
  let last = first - 1
  for (let at = first; at < words.length && at < first + 6; at++) {
    const word = words[at]!
    if (at > first && !/^[\s\-‑]*$/.test(passage.slice(words[at - 1]!.end, word.start))) break
    if (word.tag === 'NOUN') nouns.push(word)
    else if (
      nouns.length > 0 ||
      !(word.tag === 'ADJ' || word.tag === 'PROPN' || (word.tag === 'VERB' && /(?:ed|ing)$/.test(word.lower)))
    )
      break
    last = at
  }
  if (nouns.length === 0) return undefined
  nouns = nouns.filter(({ start }) => start <= words[last]!.start)
  return {
    text: passage.slice(words[first]!.start, words[last]!.end),
    unit: passage.slice(nouns[0]!.start, words[last]!.end),
    end: words[last]!.end,
  }
}

function wordAfter(passage: string, from: number): Noun | undefined {
  const match = /^[\s\u00A0-]+(\p{L}[\p{L}\p{M}’'-]+)/u.exec(passage.slice(from))
  return match ? { text: match[1]!, unit: match[1]!, end: from + match[0].length } : undefined
}
