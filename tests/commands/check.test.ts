import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridgeCopy, emptyFolder } from './bridge.ts'
import { call } from './call.ts'

type Edit = (unit: Awaited<ReturnType<typeof bridgeCopy>>) => Promise<void>

/** Spoils a copy of the unit; the exit code with everything that `check` says. */
async function complaints(...edits: Edit[]): Promise<string> {
  const unit = await bridgeCopy()
  for (const edit of edits) await edit(unit)
  const { code, out, err } = await call(['check', '--content', 'unit', '--articles', 'articles'], unit.folder)
  expect({ code, out }).toEqual({ code: 1, out: [] })
  return err.join('\n')
}

const replace =
  (file: string, from: string, to: string): Edit =>
  (unit) =>
    unit.edit(file, (text) => text.replace(from, () => to))

test('content without errors: what it covers, and what was compared with the articles', async () => {
  const { folder } = await bridgeCopy()
  const traced = await call(['check', '--content', 'unit', '--articles', 'articles'], folder)
  expect(traced.err).toEqual([])
  expect(traced.out.join('\n')).toMatchInlineSnapshot(`
    "article               facts  documented  reported  alleged  estimated  planned  opinion
    bridge-opening            2           0         1        0          1        0        0
    all facts, each once      2           0         1        0          1        0        0

    quiz           questions  recall  understand  apply  evaluate  key A  key B  key C
    cost                   1       1           0      0         0      0      0      1
    all questions          1       1           0      0         0      0      0      1

    facts without a question: 1 of 2
    words a statement: 15.0 on average, at most 15; years of school they ask for: 5.2
    words a stem: 14.0 on average; hard questions: 0
    questions on who said what: 0 (0%), on the subject: 0 (0%), on reasoning: 0 (0%)
    questions a level: recall 1 (100%), understand 0 (0%), apply 0 (0%), evaluate 0 (0%)
    questions a kind: single 1 (100%)
    leaks: 0; questions without a fact in the deck of their quiz: 0
    facts that a deck shows or a question asks about: 2 of 2
    best way to answer without reading: longest, 1.0 of 1 where guessing gets 0.3; in one quiz (cost): longest, 1.0 of 1 where guessing gets 0.3
    a second reader agreed to 0 of 2 statements; changed since review: 0; never reviewed: 2
    No errors. Compared with the passages of 2 statements: figures, dates, names, quotations, speakers, bounds, hedges, negations, open lists, every other word. Whether a statement means what its passages mean is for a second reader to say."
  `)
  const untraced = await call(['check', '--content', 'unit'], folder)
  expect(untraced).toEqual({
    code: 0,
    err: [],
    out: [
      ...traced.out.slice(0, -1),
      'No errors. The 2 statements were not compared with the articles: give their texts with --articles DIR.',
    ],
  })
})

test('an unknown id', async () => {
  expect(
    await complaints(replace('unit/facts/cost.json', '"saidBy": ["ida-lind"]', '"saidBy": ["ida-lynd"]')),
  ).toMatchInlineSnapshot(`
    "facts/cost.json:13:18: error: Unexpected actor "ida-lynd", expected an id of facts/actors.json; did you mean "ida-lind"? [fact/known-actor]
    1 error"
  `)
  expect(await complaints(replace('unit/facts/actors.json', '"kind": "person"', '"kind": "persn"')))
    .toMatchInlineSnapshot(`
    "facts/actors.json:4:53: error: Unexpected "persn", expected "state", "alliance", "international-body", "government-body", "organisation", "company", "media", "person" or "group"; did you mean "person"? [source/schema]
    1 error"
  `)
})

test('a duplicate id', async () => {
  expect(await complaints(replace('unit/facts/actors.json', '"id": "harbour-board"', '"id": "ida-lind"')))
    .toMatchInlineSnapshot(`
    "facts/actors.json:6:13: error: Unexpected second actor named "ida-lind", expected every id once [fact/unique-id]
    facts/actors.json:4:13: note: first defined here
    1 error"
  `)
})

test('a misspelt key', async () => {
  expect(await complaints(replace('unit/questions/cost.json', '"level":', '"levle":')))
    .toMatchInlineSnapshot(`
      "questions/cost.json:8:5: error: Unexpected lack of "level", expected "recall", "understand", "apply" or "evaluate" [source/schema]
        note: recall: say what was said. understand: explain it. apply: use it on a case. evaluate: weigh it.
      questions/cost.json:12:7: error: Unexpected key "levle", expected one of id, stem, facts, background, asks, hard, level, objective, keyStands, notInFacts, image, hint, options, kind; did you mean "level"? [source/known-key]
      2 errors"
    `)
})

test('a broken JSON file, without what only follows from it', async () => {
  expect(await complaints(replace('unit/facts/cost.json', '"status": "reported",', '"status": "reported"')))
    .toMatchInlineSnapshot(`
    "facts/cost.json:15:7: error: Unexpected "\\"quantities\\": [", expected a comma, a value or a closing bracket [source/json]
    1 error"
  `)
})

test('an empty content folder', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'empty/facts'), { recursive: true })
  const empty = await call(['check', '--content', 'empty'], folder)
  expect(empty.code).toBe(1)
  expect(empty.err.join('\n')).toMatchInlineSnapshot(`
    "facts:1:1: error: Unexpected content folder without facts, expected facts/sources.json and at least one topic file [source/content]
      note: give the folder that holds facts/, questions/ and slides/ with --content DIR
    1 error"
  `)
})

test('a digest that does not match, a span beyond the text, an article that is another one or missing', async () => {
  expect(await complaints(replace('unit/facts/cost.json', '"start": 45', '"start": 46')))
    .toMatchInlineSnapshot(`
    "facts/cost.json:20:85: error: Unexpected text at characters 46–115 of "bridge-opening": "ayor Ida Lind said it had reportedly cost …", expected the one with the recorded digest [fact/span-digest]
      note: pin the quote again with factdeck pin
    1 error"
  `)
  expect(await complaints(replace('unit/facts/cost.json', '"end": 171', '"end": 17100')))
    .toMatchInlineSnapshot(`
      "facts/cost.json:40:71: error: Unexpected end 17100, expected at most 248, the length of "bridge-opening" in characters [fact/span-in-range]
        note: pin the passage anew: factdeck pin --articles DIR --fact union-cost "the passage"
      1 error"
    `)
  expect(await complaints(replace('articles/bridge.txt', '40 million', '41 million'))).toMatchInlineSnapshot(`
    "facts/sources.json:7:17: error: Unexpected text in "bridge.txt" (sha256 1a204c7d2d19…), expected the text that the evidence was pinned in (2ae24c1a63bd…) [fact/article-digest]
      note: where the article changed, factdeck repin moves every passage whose words still stand, and records the new digest
      note: the sha256 of this text: 1a204c7d2d19f4d795ded36b9fff805f3a429539686eff7c65539d884d26111b
      note: 2 spans of evidence in it were not checked
    1 error"
  `)
  expect(await complaints((unit) => rm(join(unit.folder, 'articles/bridge.txt')))).toMatchInlineSnapshot(`
    "facts/sources.json:6:15: error: Unexpected article file "bridge.txt", expected a text (.txt) of the articles folder [fact/article-file]
      note: the folder holds lake.txt, pump.txt, violin.txt; put the text there, or bring the article in with factdeck add
      note: 2 spans of evidence in it were not checked
    1 error"
  `)
})

test('a control character is said once', async () => {
  expect(await complaints(replace('unit/facts/unit.json', 'The harbour bridge', 'The harbour\\u0007bridge')))
    .toMatchInlineSnapshot(`
    "facts/unit.json:3:12: error: Unexpected control character U+0007 in a text, expected one line that can be shown [source/text]
    1 error"
  `)
})

test('a layout that nobody has, above a hand-written slide', async () => {
  const unit = await bridgeCopy()
  await unit.write(
    'unit/slides/own.md',
    '---\nlayout: two-cols\n---\n\n# Two\n\n---\nlayout: two-colls\n---\n\n# More\n',
  )
  await unit.edit('unit/slides/bridge.json', (text) =>
    text.replace('"slides": [', '"slides": [{ "markdown": "own.md" },'),
  )
  const { code, err } = await call(['check', '--content', 'unit', '--articles', 'articles'], unit.folder)
  expect(code).toBe(1)
  expect(err.filter((line) => line.includes('layout'))).toEqual([
    expect.stringMatching(
      /^slides\/own\.md:8:9: error: Unexpected layout "two-colls", expected one of .*; did you mean "two-cols"\? \[render\/deck\]$/,
    ),
  ])
})

test('an order that names what is not there', async () => {
  expect(await complaints(replace('unit/facts/unit.json', '"decks": ["bridge"]', '"decks": ["bridges"]')))
    .toMatchInlineSnapshot(`
    "facts/unit.json:8:13: error: Unexpected name "bridges" in "decks", expected one of bridge; did you mean "bridge"? [fact/known-order]
    1 error"
  `)
})

test('a fact base alone is enough: what its unit orders and nobody has made yet is left aside', async () => {
  const { folder } = await bridgeCopy()
  for (const made of ['questions', 'slides']) await rm(join(folder, 'unit', made), { recursive: true })
  const { code, out, err } = await call(
    ['build', '--no-pdf', '--content', 'unit', '--articles', 'articles'],
    folder,
  )
  expect({ code, err }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "err": [
        "facts/unit.json:8:12: warning: Unexpected order of decks, expected none as long as there are none; it is left aside [fact/known-order]",
        "facts/unit.json:9:14: warning: Unexpected order of quizzes, expected none as long as there are none; it is left aside [fact/known-order]",
        "2 warnings",
      ],
    }
  `)
  expect(out.join()).toMatch(/made$/)
  const decks = await readdir(join(folder, 'dist/decks'))
  expect(decks.filter((name) => name.endsWith('.html'))).toHaveLength(1)
})

test('many errors in several files: all at once, sorted by file and place', async () => {
  const said = await complaints(
    replace('unit/slides/bridge.json', '"question": "mayor-figure"', '"question": "mayor-figures"'),
    replace('unit/questions/cost.json', '"objective": "bounds"', '"objective": "bound"'),
    replace('unit/facts/cost.json', '"fact": "union-cost"', '"fact": "onion-cost"'),
    replace('unit/facts/cost.json', '"tags": ["cost"]', '"tag": ["cost"]'),
    replace('unit/facts/unit.json', '"author"', '"autor"'),
    replace('unit/facts/sources.json', '"basis": "inferred"', '"basis": "guessed"'),
  )
  expect(said).toMatchInlineSnapshot(`
    "facts/cost.json:9:5: error: Unexpected object without "tags", expected a list there [source/schema]
      note: Words by which outlines pick facts.
    facts/cost.json:19:7: error: Unexpected key "tag", expected one of id, statement, short, saidBy, via, status, when, quantities, actors, places, tags, evidence, notInEvidence, disagreesWith, needs, mentions, background, transfer, goods, quote, telling, arithmetic, image, note; did you mean "tags"? [source/known-key]
    facts/sources.json:10:50: error: Unexpected "guessed", expected "printed" or "inferred" [source/schema]
      note: printed: the article bears this date. inferred: worked out from what the article says.
    facts/unit.json:5:3: error: Unexpected key "autor", expected one of title, summary, author, notInFacts, topics, decks, quizzes, strict, language, look, review, exports; did you mean "author"? [source/known-key]
    questions/cost.json:13:20: error: Unexpected objective "bound", expected an id of this bank's objectives (bounds); did you mean "bounds"? [question/known-objective]
    slides/bridge.json:15:23: error: Unexpected question "mayor-figures", expected an id of a question in questions/; did you mean "mayor-figure"? [outline/known-question]
    6 errors"
  `)
  const places = [...said.matchAll(/^(\S+):(\d+):(\d+): error/gm)].map(([, file, line, column]) => [
    file,
    Number(line),
    Number(column),
  ])
  expect(places).toEqual(places.toSorted(byPlace))
})

function byPlace(a: (string | number | undefined)[], b: (string | number | undefined)[]): number {
  return a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : Number(a[1]) - Number(b[1]) || Number(a[2]) - Number(b[2])
}
