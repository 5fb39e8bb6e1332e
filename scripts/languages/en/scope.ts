import type { Mood, ReadWord } from '../reading.ts'
import type { TaggedToken } from './tagger.ts'

// What negations and moods govern. No parser: an operator governs the next word of content, with the nouns
// that follow an adjective. On sentences of news that is nearly always the verb or the noun that it is about.

const negators = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'none',
  'neither',
  'nor',
  'nobody',
  'nothing',
  'hardly',
  'scarcely',
  // "Unless it rains", "if it does not rain".
  'unless',
])
const moodOf: ReadonlyMap<string, Mood> = new Map([
  ...moods(
    'planned',
    'will would shall plan plans planned planning intend intends intended aim aims aimed aiming want wants wanted hope hopes hoped propose proposes proposed ' +
      'seek seeks sought seeking consider considers considered considering considers prepare prepares preparing promise promises promised pledge pledges pledged ' +
      'intent intents intention intentions vow vows vowed agree agrees agreed offer offers offered threaten threatens threatened set poised expected expects expect due scheduled decide decides decided ready ' +
      'upcoming future forthcoming struggle struggles struggled struggling challenges difficulty difficulties try tries tried trying attempt attempts attempted ambition ambitions order',
  ),
  ...moods(
    'possible',
    'may might could can possibly potentially perhaps possible potential possibility risk risks fear fears feared speculation prospect danger ' +
      'likely unlikely probably presumably believed suspected alleged allegedly reportedly purportedly supposedly apparently concerns concern worry worries wary whether if unless',
  ),
  ...moods(
    'required',
    'must should need needs needed required require requires obliged ought necessary necessity imperative paramount recommend recommends recommended urge urges urged ' +
      'call calls calling demand demands demanded',
  ),
])

function moods(mood: Mood, list: string): [string, Mood][] {
  return list.split(' ').map((word) => [word, mood])
}

/** How many tokens an operator reaches. */
const reach = 7

/** Marks the words that a negation or a mood governs. */
export function markScopes(words: ReadWord[], tokens: readonly TaggedToken[]): void {
  const byStart = new Map<number, ReadWord>()
  for (const word of words) byStart.set(word.start, word)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const lower = token.text.toLowerCase()
    if (negators.has(lower) && !isCount(tokens, index) && !(lower === 'not' && isUntilThen(tokens, index)))
      for (const word of governed(tokens, index, byStart)) word.negated = true
    const purpose = lower === 'to' ? purposeAt(tokens, index, byStart) : undefined
    if (purpose) purpose.mood ??= 'planned'
    const mood = moodOf.get(lower)
    if (!mood || (lower === 'whether' && isEitherWay(tokens, index))) continue
    const isName = /^calls?$/.test(lower) && !/^(?:for|on|upon)$/.test(tokens[index + 1]?.text ?? '')
    if (!isName && !(lower === 'may' && token.text.startsWith('M')))
      for (const word of governed(tokens, index, byStart)) word.mood ??= mood
  }
}

/** "Quit" after "to" in "left the harbour to quit": what something is for, or able to, is not done yet. */
function purposeAt(
  tokens: readonly TaggedToken[],
  index: number,
  byStart: ReadonlyMap<number, ReadWord>,
): ReadWord | undefined {
  const [before, verb] = [tokens[index - 1], tokens[index + 1]]
  if (verb?.tag !== 'VERB' || /(?:ing|ed)$/.test(verb.text)) return undefined
  // "The storm forced Iceland to wait": so it did.
  if (before?.tag === 'PROPN' || before?.tag === 'NOUN' || before?.tag === 'PRON') {
    let at = index - 1
    while (['PROPN', 'NOUN', 'PRON', 'DET', 'ADJ', 'PART'].includes(tokens[at]?.tag ?? '')) {
      if (at < index - 1 && causing.test(tokens[at]!.text)) return undefined
      at--
    }
    if (causing.test(tokens[at]?.text ?? '')) return undefined
  }
  const isOpen =
    !before ||
    ['NOUN', 'PROPN', 'NUM'].includes(before.tag) ||
    (before.tag === 'PRON' && tokens[index - 2]?.text.toLowerCase() === 'for') ||
    beforeAim.has(before.text.toLowerCase())
  return isOpen ? byStart.get(verb.start) : undefined
}

const causing = /^(?:forc|compel|oblig|caus|driv|drove)(?:e|es|ed|ing|s|led|ling|en)?$/i
const beforeAim = new Set(['were', 'was', 'is', 'are', 'order'])

/** "no more than", "not only" negate nothing. */
function isCount(tokens: readonly TaggedToken[], index: number): boolean {
  const next = tokens[index + 1]?.text.toLowerCase() ?? ''
  return (
    ['only', 'just', 'merely', 'less', 'fewer', 'later'].includes(next) ||
    (next === 'more' && tokens[index + 2]?.text === 'than')
  )
}

/** "Whether they turn up or not": so it does not matter. */
function isEitherWay(tokens: readonly TaggedToken[], index: number): boolean {
  const clause = tokens.slice(index + 1, index + 1 + reach)
  return clause.some(({ text }, at) => text === 'or' && clause[at + 1]?.text === 'not')
}

/** "It did not open until May" tells that it opened. */
function isUntilThen(tokens: readonly TaggedToken[], index: number): boolean {
  for (const { text } of tokens.slice(index + 1, index + 1 + reach)) {
    if (/^[.,;:!?—–]$/.test(text)) return false
    if (/^(?:until|till)$/i.test(text)) return true
  }
  return false
}

function* governed(
  tokens: readonly TaggedToken[],
  index: number,
  byStart: ReadonlyMap<number, ReadWord>,
): Generator<ReadWord> {
  let found = false
  for (let at = index + 1; at < tokens.length && at <= index + reach; at++) {
    const token = tokens[at]!
    if (/^[.,;:!?—–]$/.test(token.text)) return
    // "neither Norway nor Iceland has admitted": a list of names is passed over.
    const word = byStart.get(token.start)
    if (!word || word.kind === 'grammar' || token.tag === 'PROPN' || token.tag === 'ADV') {
      if (found && token.tag !== 'ADJ' && token.tag !== 'PART') return
      continue
    }
    if (found && token.tag !== 'NOUN') return
    yield word
    found = true
    if (token.tag === 'VERB') return
  }
}
