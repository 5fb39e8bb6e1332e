// How Ukrainian writes figures, dates and names. Number words and months are inflected, so every form stands
// in a table.

import { numeralsOf } from '../numerals.ts'
import type { NumberWords, TokenGrammar, Word } from '../token-reader.ts'
import { dayMonthYear } from '../without-module.ts'

/** A table from lines of forms: "два дві двох" with the value of its line. */
function forms<T>(lines: readonly (readonly [T, string])[]): Map<string, T> {
  return new Map(lines.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))
}

const teens =
  'одинадцят дванадцят тринадцят чотирнадцят п’ятнадцят шістнадцят сімнадцят вісімнадцят дев’ятнадцят'
const small = forms<number>([
  [0, 'нуль нуля'],
  [1, 'один одна одне одного одної одному одній одним одною одну'],
  [2, 'два дві двох двом двома двоє'],
  [3, 'три трьох трьом трьома троє'],
  [4, 'чотири чотирьох чотирьом чотирма четверо'],
  [5, "п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятеро"],
  [6, 'шість шести шістьох шістьом шістьма шестеро'],
  [7, 'сім семи сімох сімом сьома семеро'],
  [8, 'вісім восьми вісьмох вісьмом вісьма восьмеро'],
  [9, "дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятеро"],
  [10, 'десять десяти десятьох десятьом десятьма'],
  ...teens
    .replaceAll('’', "'")
    .split(' ')
    .map(
      (stem, index) =>
        [index + 11, ['ь', 'и', 'ьох', 'ьом', 'ьма'].map((end) => stem + end).join(' ')] as const,
    ),
  [20, 'двадцять двадцяти двадцятьох двадцятьма'],
  [30, 'тридцять тридцяти тридцятьох тридцятьма'],
  [40, 'сорок сорока'],
  [50, "п'ятдесят п'ятдесяти п'ятдесятьох п'ятдесятьма"],
  [60, 'шістдесят шістдесяти шістдесятьох шістдесятьма'],
  [70, 'сімдесят сімдесяти сімдесятьох сімдесятьма'],
  [80, 'вісімдесят вісімдесяти вісімдесятьох вісімдесятьма'],
  [90, "дев'яносто дев'яноста"],
  [100, 'сто ста'],
  [200, 'двісті двохсот двомстам двомастами'],
  [300, 'триста трьохсот трьомстам трьомастами'],
  [400, 'чотириста чотирьохсот чотирьомстам чотирмастами'],
  [500, "п'ятсот п'ятисот п'ятистам п'ятьмастами"],
  [600, 'шістсот шестисот шестистам шістьмастами'],
  [700, 'сімсот семисот семистам сьомастами'],
  [800, 'вісімсот восьмисот восьмистам вісьмастами'],
  [900, "дев'ятсот дев'ятисот дев'ятистам дев'ятьмастами"],
])
const scales: ReadonlyMap<string, number> = forms<number>([
  [10, 'десяток десятка десятки десятків'],
  [12, 'дюжина дюжини дюжину дюжин'],
  [100, 'сотня сотні сотню сотень'],
  [1e3, 'тисяча тисячі тисячу тисячею тисяч тисячам тисячами тис'],
  [1e6, 'мільйон мільйона мільйони мільйонів мільйону мільйоном мільйонам мільйонами млн'],
  [1e9, 'мільярд мільярда мільярди мільярдів мільярду мільярдом мільярдам мільярдами млрд'],
  [1e12, 'трильйон трильйона трильйони трильйонів трильйону трильйоном трлн'],
])
/** Standing alone, a figure of its own kind that only its like can answer. */
const vague = forms<number>([
  [-10, 'десятки десятків десяткам'],
  [-100, 'сотні сотень сотням'],
  [-1e3, 'тисячі тисяч тисячам'],
  [-1e6, 'мільйони мільйонів мільйонам'],
  [-1e9, 'мільярди мільярдів мільярдам'],
])
const ordinals = forms<number>(
  ['перш', 'друг', 'трет', 'четверт', "п'ят", 'шост', 'сьом', 'восьм', "дев'ят", 'десят'].map(
    (stem, index) => [
      index + 1,
      (index === 2 ? 'ій я є ього ьої ьому ю ім ьою' : 'ий а е ого ої ому ій у им ою')
        .split(' ')
        .map((end) => stem + end)
        .join(' '),
    ],
  ),
)

const ofMonth = (stem: string): string => ['ень', 'ня', 'ню', 'нем', 'ні'].map((end) => stem + end).join(' ')
const months = forms<number>([
  [1, ofMonth('січ')],
  [2, 'лютий лютого лютому лютим'],
  [3, ofMonth('берез')],
  [4, ofMonth('квіт')],
  [5, ofMonth('трав')],
  [6, ofMonth('черв')],
  [7, ofMonth('лип')],
  [8, ofMonth('серп')],
  [9, ofMonth('верес')],
  [10, ofMonth('жовт')],
  [11, 'листопад листопада листопаду листопадом листопаді'],
  [12, ofMonth('груд')],
])
const named = forms<string>([
  ['понеділок', 'понеділок понеділка понеділку понеділком'],
  ['вівторок', 'вівторок вівторка вівторку вівторком'],
  ['середа', 'середа середи середу середою середі'],
  ['четвер', 'четвер четверга четвергу четвергом'],
  ["п'ятниця", "п'ятниця п'ятниці п'ятницю п'ятницею"],
  ['субота', 'субота суботи суботу суботою суботі'],
  ['неділя', 'неділя неділі неділю неділею'],
  ['весна', 'весна весни весні весну весною навесні'],
  ['літо', 'літо літа літу літом влітку'],
  ['осінь', 'осінь осені осінню восени'],
  ['зима', 'зима зими зимі зиму зимою взимку'],
])

/** The grammar of Ukrainian. */
export function grammarOf(tag: string): TokenGrammar {
  return {
    numerals: numeralsOf(tag),
    // "18-го", "5-й", "90-х"
    ordinalEnding: '[-‑](?:го|му|ого|ому|ої|ій|й|а|я|е|є|у|ю|х|ми|ма|ти)',
    scales,
    numberWords,
    months,
    monthsCapital: false,
    named,
    inRange: 'до|і|й|та|або|чи',
    dayToMonth: /^ $/,
    toYear: /^,? $/,
    datesInFigures: [dayMonthYear],
    bounds: {
      before: [
        [
          'upTo',
          'щонайбільше|не більше(?: ніж| як| за)?|не більш (?:ніж|як)|максимум|(?<!(?:від|з|із) \\S+ )до',
        ],
        ['atLeast', 'щонайменше|не менше(?: ніж| як| за)?|не менш (?:ніж|як)|мінімум|принаймні'],
        [
          'lessThan',
          'менше(?: ніж| як| за)?|менш (?:ніж|як)|нижче|(?:менш|коротш|нижч)(?:ий|а|е|і) (?:ніж|за|від)',
        ],
        [
          'moreThan',
          'більше(?: ніж| як| за)?|більш (?:ніж|як)|понад|вище|(?:більш|довш|вищ)(?:ий|а|е|і) (?:ніж|за|від)',
        ],
        ['almost', 'майже|ледь не|без малого'],
        ['about', 'близько|приблизно|орієнтовно|десь|коло|бл\\.?'],
      ],
      after: [
        ['atLeast', '(?:або|чи|і) більше'],
        ['upTo', '(?:або|чи|і) менше'],
      ],
      between: String.raw`(?:(?:у|в|на|із?)\s+)?`,
    },
    isName: ({ text }) => /\p{Lu}/u.test(text),
  }
}

function numberWords(
  words: readonly Word[],
  from: number,
  next: (index: number) => string,
): NumberWords | undefined {
  const word = words[from]!.lower
  const found = (value: number, last = from, weak = false): NumberWords => ({ values: [value], last, weak })

  // "півтора мільйона", "пів мільйона", "півмільйона"
  const half = word === 'півтора' || word === 'півтори' ? 1.5 : word === 'пів' ? 0.5 : undefined
  if (half !== undefined) {
    const scale = scales.get(next(from + 1))
    return scale === undefined ? found(half, from, half < 1) : found(half * scale, from + 1)
  }
  const joined = word.startsWith('пів') ? scales.get(word.slice(3).replace(/^'/, '')) : undefined
  if (joined !== undefined) return found(joined / 2)
  if (/^половин(?:а|и|і|у|ою)$/.test(word)) return found(0.5, from, true)
  if (/^чверт(?:ь|і)$/.test(word)) return found(0.25, from, true)
  if (/^третин(?:а|и|і|у)$/.test(word)) return found(1 / 3, from, true)

  const ordinal = ordinals.get(word)
  const sum = sumFrom(words, from, next)
  if (sum) return sum
  if (ordinal !== undefined) return found(ordinal, from, ordinal === 1)
  const many = vague.get(word)
  if (many !== undefined) return found(many)
  const scale = scales.get(word)
  return scale === undefined ? undefined : found(scale)
}

/** "Двадцять п'ять", "двісті тисяч триста". */
function sumFrom(
  words: readonly Word[],
  from: number,
  next: (index: number) => string,
): NumberWords | undefined {
  let total = 0
  let group = 0
  let last = -1
  for (let index = from; index < words.length; index++) {
    const at = index === from ? words[index]!.lower : next(index)
    // "два з половиною мільйони"
    if (last >= 0 && (at === 'з' || at === 'із') && next(index + 1) === 'половиною') {
      const scale = scales.get(next(index + 2))
      return {
        values: [(total + group + 0.5) * (scale ?? 1)],
        last: scale === undefined ? index + 1 : index + 2,
        weak: false,
      }
    }
    const value = small.get(at)
    const scale = scales.get(at)
    const place = value === undefined ? 0 : value >= 100 ? 1000 : value >= 10 ? 100 : 10
    if (value !== undefined && group % place === 0 && !(value < 10 && group % 100 === 10)) group += value
    else if (scale !== undefined && last >= 0) {
      total += Math.max(group, 1) * scale
      group = 0
    } else break
    last = index
  }
  if (last < 0) return undefined
  return { values: [total + group], last, weak: last === from && total + group === 1 }
}
