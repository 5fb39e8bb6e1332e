import type { Reader, ReadWord } from '../../../languages/reading.ts'
import { aboutWording, type WordRule } from './comparison.ts'

/** How many words after a figure, or before it, may say what is counted. */
const reach = 5

/** What is counted stands beside the figure in a passage too: baskets do not become boats. */
export const unitInEvidence: WordRule = (comparison) => {
  const { fact, text, words, passages, reader, tokens } = comparison
  return tokens.figures.flatMap((figure) => {
    const unit = nounAfter(words, figure.end, text)
    if (!unit || unit.kind === 'telling') return []
    const places = passages.flatMap((passage) =>
      passage.tokens.figures
        .filter(({ values }) => values.some((value) => figure.values.includes(value)))
        .map(({ start, end }) => ({
          near: around(passage.words, start, end),
          bare: nounAfter(passage.words, end, passage.text) === undefined,
        })),
    )
    if (places.length === 0 || figure.weak) return []
    // "Thousands of them", "the number was above 500": what is counted was named before.
    if (
      places.some(
        ({ near, bare }) => bare || near.some((word) => word.tag === 'PRON' || fits(reader, unit, word)),
      )
    )
      return []
    return aboutWording(
      comparison,
      unit,
      'fact/unit-in-evidence',
      `Unexpected "${unit.text}" after "${figure.text}" in the statement of "${fact.id}", expected what its passages count with that figure`,
    )
  })
}

function nounAfter(words: readonly ReadWord[], end: number, text: string): ReadWord | undefined {
  const next = words.findIndex(({ start }) => start >= end)
  let head: ReadWord | undefined
  for (const [step, word] of words.slice(next, next + 4).entries()) {
    const gap = text.slice(step === 0 ? end : words[next + step - 1]!.end, word.start)
    if (next < 0 || /[.,;:()—–]/.test(gap)) break
    if (word.tag === 'NOUN') {
      // "Two extra ones": what they are was named before.
      if (word.kind !== 'grammar') head = word
      break
    }
    if (!['ADJ', 'PROPN', 'NUM', 'DET'].includes(word.tag) && word.lower !== 'of' && word.lower !== 'more')
      break
  }
  return head
}

function around(words: readonly ReadWord[], start: number, end: number): ReadWord[] {
  const after = words.filter((word) => word.start >= end).slice(0, reach)
  const before = words.filter((word) => word.end <= start).slice(-reach)
  return [...before, ...after]
}

function fits(reader: Reader, unit: ReadWord, word: ReadWord): boolean {
  if (word.tag === 'NOUN' && reader.countsPeople(unit.lower, word.lower)) return true
  const nearness = reader.nearness(unit.lower, word.lower)
  return nearness !== undefined && !(nearness === 'near' && word.kind !== 'content')
}
