/** A stretch of a text; the stretches of a text, one after the other, are the text. */
export interface Stretch {
  text: string
  /** Why a word may stand; absent between words. */
  reason?: string
  /** For whoever points at it. */
  why?: string
  /** Some rule objects to it. */
  wrong: boolean
}

interface Word {
  start: number
  end: number
  reason: string
}

interface Problem {
  message: string
  path: readonly (string | number)[]
  words?: { start: number; end: number }
}

const reasons: Readonly<Record<string, string>> = {
  passage: 'stands in the passage',
  near: 'near in meaning to a word of the passage',
  recorded: 'recorded of the fact',
  telling: 'speaks of the text',
  grammar: 'says nothing by itself',
  excused: 'you gave a reason for it',
  unsupported: 'nothing in the passage supports it',
}

/** Cuts a text at its words and at what rules object to in it, which lies at the path "statement". */
export function stretchesOf(text: string, words: readonly Word[], problems: readonly Problem[]): Stretch[] {
  const objections = problems.flatMap(({ words: span, path, message }) =>
    span && path[0] === 'statement' ? [{ ...span, message }] : [],
  )
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...words, ...objections])
    for (const cut of [start, end]) if (cut > 0 && cut < text.length) cuts.add(cut)
  const sorted = [...cuts].toSorted((a, b) => a - b)
  return sorted.slice(1).flatMap((end, index): Stretch[] => {
    const start = sorted[index]!
    if (start === end) return []
    const word = words.find((each) => each.start < end && start < each.end)
    const objection = objections.find((each) => each.start < end && start < each.end)
    const why = objection?.message ?? (word && reasons[word.reason])
    return [
      {
        text: text.slice(start, end),
        ...(word ? { reason: word.reason } : {}),
        ...(why ? { why } : {}),
        wrong: objection !== undefined || word?.reason === 'unsupported',
      },
    ]
  })
}
