import type { Fact } from '../fact-schema.ts'

// Words that say how sure something is. A statement that drops one claims more than its article does.

/**
 * hearsay: somebody says so ("reportedly"). possibility: it may be so ("could"). likelihood: somebody holds it for true or worked
 * it out ("believed", "estimated").
 */
export type HedgeClass = 'hearsay' | 'possibility' | 'likelihood'

export interface Hedge {
  text: string
  class: HedgeClass
  start: number
  end: number
}

/** What an article's hedge looks like, and which words of a statement carry it over: the same, or another that leaves as much open. */
const words: Record<HedgeClass, { asked: string; carriers: string }> = {
  hearsay: {
    asked: 'reportedly|allegedly|alleged|purported(?:ly)?|purports?|supposedly|apparently|rumou?red',
    carriers:
      'alleg(?:es?|ing|ations?)|claim(?:s|ed|ing)?|accus(?:es?|ed|ing|ations?)|according to|sa(?:y|ys|id|ying)|t(?:ells?|old)|' +
      'report(?:s|ed|ing)?|stat(?:es|ed|ing)|disclos(?:es?|ed)|reveal(?:s|ed)?|cit(?:es|ed|ing)',
  },
  possibility: {
    asked: 'may|might|could|possibly|possible|potentially|perhaps|conceivably|speculation',
    carriers:
      'would|possibilit(?:y|ies)|potential|conceivable|speculat(?:es?|ed|ing)|risk(?:s|ed)?|fear(?:s|ed)?|worr(?:y|ies|ied)|concern(?:s|ed)?|' +
      'whether|threat(?:s|ens?|ened)?|danger(?:s|ous)?|wary|unclear|not known|unknown|chance|prospect',
  },
  likelihood: {
    asked:
      'likely|unlikely|probably|presumably|believed?|thought to|understood to|suspected|estimated?|suggests?|suggested|suggesting|' +
      'appears? to|seems?|seemingly',
    carriers:
      'believes?|belief|suspects?|suspicion|estimat(?:es|ion|ions)|suggestion|appears?|appeared|implie[sd]|impl(?:y|ies)|infer(?:s|red)?|reckons?|' +
      'assum(?:es?|ed|ption)|expect(?:s|ed)?|doubts?|doubted|signs?|indicat(?:es?|ed|ions?)|probable|inclined',
  },
}

const patterns = (
  pick: (each: { asked: string; carriers: string }) => string,
): Record<HedgeClass, RegExp> => ({
  hearsay: new RegExp(`\\b(?:${pick(words.hearsay)})\\b`, 'gi'),
  possibility: new RegExp(`\\b(?:${pick(words.possibility)})\\b`, 'gi'),
  likelihood: new RegExp(`\\b(?:${pick(words.likelihood)})\\b`, 'gi'),
})
const asked = patterns((each) => each.asked)
const carrying = patterns((each) => `${each.asked}|${each.carriers}`)
const attributing = patterns((each) => each.carriers)

/** The hedges of a text, in its order. The month of May is none. */
export function readHedges(text: string): Hedge[] {
  return (Object.keys(asked) as HedgeClass[])
    .flatMap((kind) =>
      Array.from(text.matchAll(asked[kind]), (match) => ({
        text: match[0],
        class: kind,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .filter((hedge) => !(hedge.text === 'May' || /^may\s+\d/i.test(text.slice(hedge.start))))
    .toSorted((a, b) => a.start - b.start)
}

/**
 * How a fact leaves as much open as a hedge of that class: in the words of its statement; or only in what is shown beside it, its
 * status and speaker, so that the statement alone claims more; or not at all.
 */
export function hedgeCarrier(
  kind: HedgeClass,
  { statement, status, saidBy }: Pick<Fact, 'statement' | 'status' | 'saidBy'>,
): 'statement' | 'status' | undefined {
  const says = (each: HedgeClass): boolean => statement.search(carrying[each]) >= 0
  if (says(kind) || (kind === 'likelihood' && says('possibility'))) return 'statement'
  const shown = kind === 'hearsay' && saidBy.length > 0
  return shown || statusCarries[kind].includes(status) ? 'status' : undefined
}

const statusCarries: Record<HedgeClass, readonly Fact['status'][]> = {
  hearsay: ['reported', 'alleged'],
  possibility: ['opinion'],
  likelihood: ['estimated', 'opinion', 'alleged'],
}

/** Whether a text says in words that somebody says so: "reportedly" alone does not. */
export function isAttributed(text: string): boolean {
  return text.search(attributing.hearsay) >= 0
}
