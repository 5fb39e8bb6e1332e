// How German writes figures, dates and names. Number words are one word, however long:
// "zweihundertfünfundzwanzigtausend".

import { numeralsOf } from '../numerals.ts'
import { isUnmistakableName, type NumberWords, type TokenGrammar, type Word } from '../token-reader.ts'

function numbered(words: string, valueOf: (index: number) => number): Map<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, valueOf(index)]))
}

const small = new Map([
  ...numbered(
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    (index) => index,
  ),
  ...numbered('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', (index) => (index + 2) * 10),
  ['ein', 1] as const,
  ['zwo', 2] as const,
  ['dreissig', 30] as const,
  // Spelt without umlauts.
  ['fuenf', 5] as const,
  ['zwoelf', 12] as const,
])
const ordinalStems = new Map([
  ...numbered(
    'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt',
    (index) => index + 1,
  ),
  ['siebent', 7] as const,
  ['zwanzigst', 20] as const,
])
const scales: ReadonlyMap<string, number> = new Map([
  ...['dutzend', 'dutzende'].map((word) => [word, 12] as const),
  ['hundert', 100],
  ...['tausend', 'tsd'].map((word) => [word, 1e3] as const),
  ...['million', 'millionen', 'mio'].map((word) => [word, 1e6] as const),
  ...['milliarde', 'milliarden', 'mrd'].map((word) => [word, 1e9] as const),
  ...['billion', 'billionen', 'bio'].map((word) => [word, 1e12] as const),
])
/** Standing alone, a figure of its own kind that only its like can answer. */
const vague: ReadonlyMap<string, number> = new Map([
  ...['dutzende', 'dutzenden'].map((word) => [word, -12] as const),
  ...['hunderte', 'hunderten'].map((word) => [word, -100] as const),
  ...['tausende', 'tausenden'].map((word) => [word, -1e3] as const),
  ['millionen', -1e6],
  ['milliarden', -1e9],
])
const months = new Map([
  ...numbered(
    'januar februar märz april mai juni juli august september oktober november dezember',
    (index) => index + 1,
  ),
  ...numbered('jan feb mär apr mai jun jul aug sep okt nov dez', (index) => index + 1),
  ['jänner', 1] as const,
  ['feber', 2] as const,
  ['sept', 9] as const,
])
const named = new Map(
  'montag dienstag mittwoch donnerstag freitag samstag sonntag frühling sommer herbst winter'
    .split(' ')
    .flatMap((word) => [[word, word] as const, [`${word}s`, word] as const]),
)
named.set('sonnabend', 'samstag')
named.set('frühjahr', 'frühling')

/** After these a capitalised word is a name, whatever it is. */
const titles = new Set(
  (
    'herr herrn frau dr prof professor professorin präsident präsidentin präsidenten kanzler kanzlerin minister ministerin ministers ' +
    'bürgermeister bürgermeisterin könig königin papst sankt general oberst kapitän'
  ).split(' '),
)

/**
 * The grammar of German in a region (BCP 47): in Switzerland the groups of a figure are parted by
 * apostrophes.
 */
export function grammarOf(tag: string): TokenGrammar {
  return {
    numerals: numeralsOf(tag),
    scales,
    numberWords,
    months,
    monthsCapital: true,
    named,
    inRange: 'bis|und|oder',
    dayToMonth: /^\. ?$/,
    toYear: /^,? $/,
    datesInFigures: [
      /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?!\d)/,
      /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.(?!\d)/,
    ],
    bounds: {
      before: [
        ['upTo', 'bis zu|höchstens|maximal|nicht mehr als|im Höchstfall'],
        ['atLeast', 'mindestens|wenigstens|zumindest|nicht weniger als|minimal'],
        ['lessThan', 'weniger als|deutlich unter'],
        ['moreThan', 'mehr als|über|oberhalb von|gut'],
        ['almost', 'fast|nahezu|beinahe|knapp|annähernd|an die'],
        ['about', 'etwa|rund|circa|ca\\.?|zirka|ungefähr|um die|gegen|schätzungsweise|grob'],
      ],
      after: [
        ['atLeast', '(?:oder|und) mehr'],
        ['upTo', '(?:oder|und) weniger'],
      ],
      between: String.raw`(?:(?:ein|eine|einer|einem|einen|eines|die|der|den|weitere|weiteren)\s+)?`,
    },
    // Every noun has a capital letter. The names that the fact base records are found without one.
    isName: ({ text }, words, index) =>
      isUnmistakableName(text) || (/^\p{Lu}/u.test(text) && titles.has(words[index - 1]?.lower ?? '')),
  }
}

function numberWords(
  words: readonly Word[],
  from: number,
  next: (index: number) => string,
): NumberWords | undefined {
  const word = words[from]!.lower
  const found = (value: number, last = from, weak = false): NumberWords => ({ values: [value], last, weak })

  // "eine halbe Million", "ein halbes Dutzend", "eine Million"
  if (/^ein(?:e[rmns]?)?$/.test(word)) {
    const half = /^halbe[rns]?$/.test(next(from + 1))
    const scale = scales.get(next(from + (half ? 2 : 1)))
    if (scale !== undefined) return found(half ? scale / 2 : scale, from + (half ? 2 : 1))
    return word === 'ein' || word === 'eine' ? undefined : found(1, from, true)
  }
  if (/^halbe[rmns]?$/.test(word)) {
    const scale = scales.get(next(from + 1))
    return scale === undefined ? found(0.5, from, true) : found(scale / 2, from + 1)
  }
  if (word === 'hälfte') return found(0.5, from, true)
  if (word === 'viertel' || word === 'drittel') {
    const part = word === 'viertel' ? 1 / 4 : 1 / 3
    return found(part, from, true)
  }
  const ordinal = ordinalStems.get(word.replace(/e[rmns]?$/, ''))
  if (ordinal !== undefined && /e[rmns]?$/.test(word)) return found(ordinal, from, ordinal === 1)

  const value = wordValue(word)
  if (value !== undefined) {
    let total = value
    let last = from
    for (let scale = scales.get(next(last + 1)); scale !== undefined; scale = scales.get(next(last + 1))) {
      total *= scale
      last++
    }
    return found(total, last, last === from && value === 1)
  }
  const many = vague.get(word)
  return many === undefined ? undefined : found(many)
}

const compound = /^(?:(?<thousands>.*)tausend)?(?:und)?(?<rest>.*)$/

/** The value of a number in one word: "zwölf", "zweihundertfünf", "anderthalb", "dreieinhalb". */
function wordValue(word: string): number | undefined {
  if (word === 'anderthalb' || word === 'eineinhalb') return 1.5
  const half = /^(.+)einhalb$/.exec(word)?.[1]
  if (half !== undefined) {
    const whole = small.get(half)
    return whole === undefined ? undefined : whole + 0.5
  }
  const { thousands, rest = '' } = compound.exec(word)?.groups ?? {}
  if (thousands === undefined) return belowThousand(rest)
  const many = thousands === '' ? 1 : belowThousand(thousands)
  const few = rest === '' ? 0 : belowThousand(rest)
  return many === undefined || few === undefined ? undefined : many * 1000 + few
}

function belowThousand(word: string): number | undefined {
  const hundreds = /^(.*)hundert(?:und)?(.*)$/.exec(word)
  if (!hundreds) return belowHundred(word)
  const [, many = '', few = ''] = hundreds
  const count = many === '' ? 1 : belowHundred(many)
  const rest = few === '' ? 0 : belowHundred(few)
  return count === undefined || rest === undefined ? undefined : count * 100 + rest
}

function belowHundred(word: string): number | undefined {
  const whole = small.get(word)
  if (whole !== undefined) return whole
  const [, ones = '', tens = ''] = /^(.+?)und(.+)$/.exec(word) ?? []
  const [one, ten] = [small.get(ones), small.get(tens)]
  return one !== undefined && ten !== undefined && one < 10 && ten >= 20 ? ten + one : undefined
}
