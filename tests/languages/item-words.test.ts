// How items are worded in German and Ukrainian: what gives a key away or asks nothing is found, ordinary
// questions are not.

import { expect, test } from 'vitest'
import { questionChecks } from '../../scripts/questions/checks/index.ts'
import { banksOf, baseOf, document, fact, question } from '../rules/content.ts'

const statements: Record<string, string> = {
  de: 'Die Brücke wurde am 4. Mai 2019 eröffnet und trägt 40 Karren.',
  uk: 'Міст відкрили 4 травня 2019 року, він витримує 40 возів.',
}

interface Item {
  stem?: string
  key?: string
  distractors?: string[]
  because?: string
  hint?: string
}

/** The rules of wording that find something in a question of a unit in a language. */
function found(language: string, { because, ...item }: Item): string[] {
  const base = baseOf({
    facts: [fact('opening', { statement: statements[language]! })],
    more: [document('facts/unit.json', { title: 'A', summary: 'B.', language })],
  })
  const ordinary = ordinaries[language]![0]!
  const rest = { ...ordinary, ...item }
  const key = {
    text: rest.key,
    because: because ?? (language === 'de' ? 'So steht es dort.' : 'Так там сказано.'),
  }
  const banks = banksOf([question('a', { ...rest, key, distractors: rest.distractors })], base)
  const wording =
    /question\/(?:above|absolute|vague|blank|unfocused|unclear|denies|true-false|bare|combination|parallel|negative|no-positions|grammatical)/
  return [...new Set(questionChecks.flatMap((check) => check(banks, base)).map(({ rule }) => rule))].filter(
    (rule) => wording.test(rule),
  )
}

const ordinaries: Record<string, Required<Pick<Item, 'stem' | 'key' | 'distractors'>>[]> = {
  de: [
    {
      stem: 'Wann wurde die Brücke eröffnet?',
      key: 'Am 4. Mai 2019',
      distractors: ['Am 5. Mai 2019', 'Am 6. Juni 2018'],
    },
    { stem: 'Wer zahlte die Brücke?', key: 'Die Stadt', distractors: ['Der Hafen', 'Die Reederei'] },
    {
      stem: 'Worauf stützt der Bericht die Zahl, die er nicht belegt?',
      key: 'Auf Zeugen',
      distractors: ['Auf Bilder', 'Auf Akten'],
    },
    {
      stem: 'Weshalb ist die Zahl mit Vorsicht zu lesen?',
      key: 'Sie stammt von einer Partei.',
      distractors: ['Sie ist gerundet.', 'Sie ist älter als der Bericht.'],
    },
    {
      stem: 'Die Zeitung nennt 40 Karren. Was folgt daraus für die Ladung eines Tages, wenn jeder Karren gleich viel trägt?',
      key: 'Sie ist vierzigmal so groß',
      distractors: ['Sie ist doppelt so groß', 'Sie bleibt gleich'],
    },
    {
      stem: 'Lässt sich aus dem Bericht schließen, wer die Brücke bezahlt hat?',
      key: 'Die Stadt, denn sie unterschrieb',
      distractors: ['Der Hafen, denn er klagt', 'Die Reederei, denn sie lobt'],
    },
    {
      stem: 'Welche zwei Zahlen passen zueinander?',
      key: '40 Karren',
      distractors: ['50 Karren', '60 Karren'],
    },
    {
      stem: 'Zu welchem Zweck wurde die Brücke gebaut?',
      key: 'Um Karren zu tragen',
      distractors: ['Um Schiffe zu halten', 'Um Zoll zu nehmen'],
    },
  ],
  uk: [
    {
      stem: 'Коли відкрили міст?',
      key: '4 травня 2019 року',
      distractors: ['5 травня 2019 року', '6 червня 2018 року'],
    },
    { stem: 'Хто заплатив за міст?', key: 'Місто', distractors: ['Порт', 'Компанія'] },
    {
      stem: 'На чому ґрунтується число, якого повідомлення не доводить?',
      key: 'На свідченнях',
      distractors: ['На знімках', 'На паперах'],
    },
    {
      stem: 'Чому до цього числа варто ставитися обережно?',
      key: 'Його називає одна зі сторін',
      distractors: ['Його заокруглено', 'Його взято зі старої книги'],
    },
    {
      stem: 'Газета називає 40 возів. Скільки возів пройде за два дні, якщо щодня їх стільки ж?',
      key: '80 возів',
      distractors: ['60 возів', '90 возів'],
    },
    {
      stem: 'Скільки, за словами товариства, воно втрачає щодня?',
      key: 'до 12 000 гривень',
      distractors: ['рівно 12 000 гривень', 'понад 40 000 гривень'],
    },
    {
      stem: 'Чи можна з повідомлення дізнатися, хто заплатив?',
      key: 'Місто, бо воно підписало',
      distractors: ['Порт, бо він скаржиться', 'Компанія, бо вона хвалить'],
    },
    {
      stem: 'Навіщо збудували міст?',
      key: 'Щоб возити вантаж',
      distractors: ['Щоб тримати кораблі', 'Щоб брати мито'],
    },
  ],
}

test.each(
  Object.entries(ordinaries).flatMap(([language, all]) =>
    all.map((item) => [language, item.stem, item] as const),
  ),
)('leaves an ordinary question in %s alone: %s', (language, _, item) => {
  const rules = found(language, item)
  // Two keys are asked for, and a claim has one.
  expect(rules.filter((rule) => !/zwei/.test(item.stem) || rule !== 'question/grammatical-fit')).toEqual([])
})

test.each<[string, string, Item]>([
  ['de', 'question/above-options', { distractors: ['Am 5. Mai 2019', 'Alle oben genannten'] }],
  ['de', 'question/above-options', { distractors: ['Am 5. Mai 2019', 'Keine der Antworten'] }],
  ['de', 'question/absolute-words', { distractors: ['Am 5. Mai 2019', 'Niemals ohne Zoll'] }],
  ['de', 'question/absolute-words', { distractors: ['Am 5. Mai 2019', 'Völlig unbemerkt'] }],
  ['de', 'question/vague-words', { key: 'Meistens im Mai' }],
  ['de', 'question/blank', { stem: 'Die Brücke wurde am ____ eröffnet.' }],
  ['de', 'question/unfocused-stem', { stem: 'Welche Aussage ist richtig?' }],
  ['de', 'question/unfocused-stem', { stem: 'Was trifft zu?' }],
  ['de', 'question/unfocused-stem', { stem: 'Die Brücke von Tiefenau' }],
  ['de', 'question/unclear-stem', { stem: 'War die Eröffnung früh/spät im Jahr?' }],
  ['de', 'question/unclear-stem', { stem: 'Die neue Brücke am Hafen?' }],
  ['de', 'question/negative-stem', { stem: 'Was trägt die Brücke NICHT?' }],
  ['de', 'question/negative-stem', { stem: 'Was trägt die Brücke nicht?' }],
  ['de', 'question/negative-stem', { stem: 'Wer außer der Stadt zahlte?' }],
  ['de', 'question/denies-stem', { distractors: ['Am 5. Mai 2019', 'Es gab keine Eröffnung'] }],
  ['de', 'question/true-false', { key: 'Richtig', distractors: ['Falsch', 'Am 5. Mai'] }],
  ['de', 'question/bare-option', { distractors: ['Am 5. Mai 2019', 'Beide'] }],
  ['de', 'question/bare-option', { distractors: ['Am 5. Mai 2019', 'A und B'] }],
  ['de', 'question/bare-option', { distractors: ['Am 5. Mai 2019', 'Das lässt sich nicht sagen'] }],
  ['de', 'question/combination', { key: 'I und III', distractors: ['I und II', 'II und III'] }],
  ['de', 'question/parallel-options', { key: 'Um Zoll zu nehmen', distractors: ['Fischfang', 'Handel'] }],
  ['de', 'question/grammatical-fit', { stem: 'Welche zwei Tage nennt der Bericht?' }],
  ['de', 'question/no-positions', { because: 'Antwort B nennt das falsche Jahr.' }],
  ['de', 'question/no-positions', { hint: 'Lies die letzte Antwort zuerst.' }],
  ['uk', 'question/above-options', { distractors: ['5 травня 2019 року', 'Усе вищезазначене'] }],
  ['uk', 'question/above-options', { distractors: ['5 травня 2019 року', 'Жоден з варіантів'] }],
  ['uk', 'question/absolute-words', { distractors: ['5 травня 2019 року', 'Ніколи без мита'] }],
  ['uk', 'question/absolute-words', { distractors: ['5 травня 2019 року', 'Цілком непомітно'] }],
  ['uk', 'question/vague-words', { key: 'Зазвичай у травні' }],
  ['uk', 'question/blank', { stem: 'Міст відкрили ____ року.' }],
  ['uk', 'question/unfocused-stem', { stem: 'Яке твердження правильне?' }],
  ['uk', 'question/unfocused-stem', { stem: 'Що з цього випливає?' }],
  ['uk', 'question/unfocused-stem', { stem: 'Міст біля порту' }],
  ['uk', 'question/unclear-stem', { stem: 'Коли відкрили міст, рано/пізно?' }],
  ['uk', 'question/unclear-stem', { stem: 'Новий міст біля порту?' }],
  ['uk', 'question/negative-stem', { stem: 'Що міст НЕ витримує?' }],
  ['uk', 'question/negative-stem', { stem: 'Чого міст не витримує?' }],
  ['uk', 'question/negative-stem', { stem: 'Хто, крім міста, заплатив?' }],
  ['uk', 'question/denies-stem', { distractors: ['5 травня 2019 року', 'Жодного відкриття не було'] }],
  ['uk', 'question/true-false', { key: 'Правда', distractors: ['Неправда', '5 травня'] }],
  ['uk', 'question/bare-option', { distractors: ['5 травня 2019 року', 'Обидва'] }],
  ['uk', 'question/bare-option', { distractors: ['5 травня 2019 року', 'А і Б'] }],
  ['uk', 'question/combination', { key: 'I і III', distractors: ['I і II', 'II і III'] }],
  ['uk', 'question/parallel-options', { key: 'Щоб брати мито', distractors: ['Рибальство', 'Торгівля'] }],
  ['uk', 'question/grammatical-fit', { stem: 'Які два дні називає повідомлення?' }],
  ['uk', 'question/no-positions', { because: 'У варіанті Б інший рік.' }],
  ['uk', 'question/no-positions', { hint: 'Спершу прочитайте останній варіант.' }],
])('finds in %s what %s is about: %j', (language, rule, item) => {
  expect(found(language, item)).toContain(rule)
})
