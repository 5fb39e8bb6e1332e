import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { htmlFile, markdownFile } from '../articles/make-files.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call } from './call.ts'

const unit = ['--content', 'unit', '--articles', 'articles']

test('brings in articles of several formats, and says what it found and left out', async () => {
  const { folder, write } = await bridgeCopy()
  await write('Ferry line.html', htmlFile)
  await write('notes.md', 'Nothing happened on 4 May 2024. The harbour was quiet all day, said Ida Lind.\n')
  const before = await readFile(join(folder, 'unit/facts/sources.json'), 'utf8')
  const { code, out, err } = await call(['add', ...unit, 'Ferry line.html', 'notes.md', 'gone.pdf'], folder)
  expect({ code, out, err }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "err": [
        "gone.pdf: error: Unexpected article: there is no such file; give the path of the file, in quotation marks where it has blanks [article/readable]",
      ],
      "out": [
        "Ferry line.html: ferry-line.txt, 86 words, as the source "ferry-line" in facts/sources.json",
        "  title: The ferry line to Skerry Island will close (from the page’s data (JSON-LD), “headline”)",
        "  author: Mira Holm (from the page’s data (JSON-LD), “author”)",
        "  publisher: Coast News (from the page’s data (JSON-LD), “publisher”)",
        "  published: 2024-09-03 (from the page’s data (JSON-LD), “datePublished”)",
        "  url: https://news.example/ferry (from the page’s <link>)",
        "  left out, script: 1 script, not run",
        "  left out, navigation: Home",
        "  left out, navigation: Sport",
        "  left out, caption: The ferry at the pier. Photo: Coast News",
        "  left out, read also: Read also: The pier gets a new roof",
        "  left out, navigation: Subscribe to our newsletter",
        "  left out, share: Share Tweet",
        "  left out, share: First comment: I will miss the boat.",
        "  left out, navigation: © Coast News. All rights reserved.",
        "next: factdeck distil ferry-line --content unit --articles articles, or pin passages of it by hand",
        "notes.md: notes.txt, 15 words, as the source "notes" in facts/sources.json",
        "  title: not found",
        "  author: not found",
        "  publisher: not found",
        "  published: not found; write it into facts/sources.json, or leave it undated",
        "  url: not found",
        "next: factdeck distil notes --content unit --articles articles, or pin passages of it by hand",
      ],
    }
  `)
  const after = await readFile(join(folder, 'unit/facts/sources.json'), 'utf8')
  // What was there stays as it was written.
  expect(after.startsWith(before.replace(/\s*\]\s*\}\s*$/, ''))).toBe(true)
  expect(JSON.parse(after).sources[1]).toMatchObject({
    id: 'ferry-line',
    file: 'ferry-line.txt',
    publisher: 'Coast News',
    published: { date: '2024-09-03', basis: 'printed' },
    url: 'https://news.example/ferry',
  })
  expect((await call(['check', ...unit], folder)).err).toEqual([])
  // Again: nothing is done twice, nothing overwritten.
  const state = await manifest(folder)
  expect((await call(['add', ...unit, 'notes.md'], folder)).out).toEqual([
    'notes.md: is there already, as the source "notes"',
  ])
  await write('notes.md', 'Another text of the same name, of 5 May 2024, said Ida Lind.\n')
  expect((await call(['add', ...unit, 'notes.md'], folder)).err).toEqual([
    'notes.md: error: Unexpected article: another text is called notes.txt already; if this is a newer version of it, put its text there and run factdeck repin; else rename notes.md [article/readable]',
  ])
  await write('notes.md', 'Nothing happened on 4 May 2024. The harbour was quiet all day, said Ida Lind.\n')
  expect(await manifest(folder)).toEqual(state)
})

test('begins a unit that has no sources yet', async () => {
  const { folder, write } = await bridgeCopy()
  await rm(join(folder, 'unit'), { recursive: true })
  await mkdir(join(folder, 'unit'))
  await write('ferry.md', markdownFile)
  expect((await call(['add', ...unit, 'ferry.md'], folder)).code).toBe(0)
  expect(JSON.parse(await readFile(join(folder, 'unit/facts/sources.json'), 'utf8')).sources).toHaveLength(1)
})

test('a PDF in the articles folder is called what it is, and how it becomes a text', async () => {
  const { folder, edit, write } = await bridgeCopy()
  await write('articles/bridge.pdf', '%PDF-1.4')
  await edit('unit/facts/sources.json', (text) => text.replace('bridge.txt', 'bridge.pdf'))
  const { code, err } = await call(['check', ...unit], folder)
  expect({ code, err }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "err": [
        "facts/sources.json:6:15: error: Unexpected article file "bridge.pdf", expected a text (.txt) in the articles folder, where only texts are read [fact/article-file]",
        "  note: factdeck add makes a text of "bridge.pdf" and an entry here; then delete this one",
        "  note: 2 spans of evidence in it were not checked",
        "1 error",
      ],
    }
  `)
  await edit('unit/facts/sources.json', (text) => text.replace('bridge.pdf', 'brigde-2.txt'))
  expect((await call(['check', ...unit], folder)).err).toMatchInlineSnapshot(`
    [
      "facts/sources.json:6:15: error: Unexpected article file "brigde-2.txt", expected a text (.txt) of the articles folder; did you mean "bridge.txt"? [fact/article-file]",
      "  note: the folder holds bridge.txt, lake.txt, pump.txt, violin.txt; put the text there, or bring the article in with factdeck add",
      "  note: 2 spans of evidence in it were not checked",
      "1 error",
    ]
  `)
})

test('drafts a fact for each claim, once; check counts them, and nothing shows them', async () => {
  const { folder, write } = await bridgeCopy()
  await write('ferry.md', markdownFile)
  await call(['add', ...unit, 'ferry.md'], folder)
  const { code, out } = await call(['distil', ...unit, 'ferry'], folder)
  expect({ code, out }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "out": [
        "drafts/ferry.json: 6 new drafts. No output shows a draft: write its statement, and move its "fact" into a file of facts/.",
      ],
    }
  `)
  const file = join(folder, 'unit/drafts/ferry.json')
  const text = await readFile(file, 'utf8')
  await call(['distil', ...unit, 'ferry'], folder)
  expect(await readFile(file, 'utf8')).toBe(text)
  const checked = await call(['check', ...unit], folder)
  expect(checked).toMatchObject({ code: 0, err: [] })
  expect(checked.out[0]).toMatchInlineSnapshot(
    `"6 drafts wait in drafts/ferry.json (0 with a statement). No output shows a draft."`,
  )
  // A draft that was accepted, and one of an article that is gone.
  await write('unit/drafts/ferry.json', text.replace(/"id": "[^"]+"/, '"id": "mayor-cost"'))
  await write('unit/drafts/lost.json', text.replace('"source": "ferry"', '"source": "fery"'))
  const { err } = await call(['check', ...unit], folder)
  expect(err.filter((line) => !line.startsWith('unit/drafts/lost.json'))).toMatchInlineSnapshot(`
    [
      "drafts/ferry.json:8:15: warning: Unexpected draft named "mayor-cost", which is a fact already, expected one of the two [draft/accepted]",
      "  note: take the draft out: it was accepted; or give it another name",
      "drafts/lost.json:3:13: error: Unexpected source "fery", expected an id of facts/sources.json; did you mean "ferry"? [draft/known-source]",
      "  note: delete the file where its article is gone",
      "1 error, 1 warning",
    ]
  `)
})

const article = 'articles/bridge.txt'

test('says what it does not look for in a language without words of claims', async () => {
  const copy = await bridgeCopy()
  await copy.edit('unit/facts/unit.json', (text) => text.replace('"language": "en"', '"language": "de"'))
  const argv = ['distil', '--content', 'unit', '--articles', 'articles', 'bridge-opening']
  expect((await call(argv, copy.folder)).err).toContain(
    'note: in the language "de" claims are found by figures, dates and quotations alone; speakers, plans and hedges are left to you',
  )
})

test('an article that changed: what still stands moves, the rest is shown with what to do', async () => {
  const { folder, edit } = await bridgeCopy()
  await edit(
    article,
    (text) => `A new first line.\n\n${text.replace('up to 55 million', 'as much as 60 million')}`,
  )
  const before = await call(['check', ...unit], folder)
  expect(before.err.join('\n')).toContain('factdeck repin moves every passage whose words still stand')
  const { code, out, err } = await call(['repin', ...unit], folder)
  expect({ code, out, err }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "err": [
        "bridge.txt: error: Unexpected passage of "union-cost" whose words stand nowhere in the new text, expected one place [repin/passage]",
        "bridge.txt:4:1: note: nearest to the statement: 40 million crowns; the builders' union puts it …",
        "  note: read the new text; then factdeck pin --content unit --articles articles --fact union-cost "the new passage", which takes the place of the stale one, or take the fact out",
      ],
      "out": [
        "bridge.txt: 0 passages stand where they stood, 1 moved; the new digest is recorded",
      ],
    }
  `)
  // The stale one is replaced, not added to.
  const quote = "the builders' union puts it at as much as 60 million crowns"
  expect((await call(['pin', ...unit, '--fact', 'union-cost', quote], folder)).out).toEqual([
    'facts/cost.json: evidence of "union-cost" that no longer stood in bridge-opening is replaced',
  ])
  const facts = JSON.parse(await readFile(join(folder, 'unit/facts/cost.json'), 'utf8')).facts
  expect(facts.map((fact: { evidence: unknown[] }) => fact.evidence.length)).toEqual([1, 1])
  const after = await call(['check', ...unit], folder)
  expect(after.err.filter((line) => line.includes('span-digest') || line.includes('article-digest'))).toEqual(
    [],
  )
  expect((await call(['repin', ...unit], folder)).out).toEqual([
    'no article changed: every digest is the recorded one',
  ])
})

test('words that stand in two places now are not moved to one of them', async () => {
  const { folder, edit } = await bridgeCopy()
  await edit(article, (text) => `First.\n${text}\n${text}`)
  const { code, err } = await call(['repin', ...unit], folder)
  expect(code).toBe(1)
  expect(err.filter((line) => line.includes('several places'))).toHaveLength(2)
})

test('mends what needs no judgement, and leaves the rest as it was written', async () => {
  const { folder, edit } = await bridgeCopy()
  const facts = 'unit/facts/cost.json'
  const whole = await readFile(join(folder, facts), 'utf8')
  await edit('unit/facts/sources.json', (text) =>
    text.replace(/"sha256": "\w+"/, `"sha256": "${'0'.repeat(64)}"`),
  )
  await edit(facts, (text) => {
    const value = JSON.parse(text)
    delete value.facts[1].disagreesWith
    value.facts[0].notInEvidence = [{ text: 'Mayor', why: 'It was thought to be missing.' }]
    const { statement, ...rest } = value.facts[0]
    value.facts[0] = { ...rest, statement }
    return JSON.stringify(value, null, 4)
  })
  const { code, out, err } = await call(['check', ...unit, '--fix'], folder)
  expect({ code, err, out: out.filter((line) => line.includes('fixed')) }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "err": [],
      "out": [
        "facts/sources.json: fixed: the digest of bridge.txt is recorded",
        "facts/cost.json: fixed: "union-cost" tells of its disagreement with "mayor-cost" too",
        "facts/cost.json: fixed: the excuse for "Mayor" of "mayor-cost" is gone: nothing needs it",
        "facts/cost.json: fixed: keys are in the order of the guide",
        "facts/unit.json: fixed: keys are in the order of the guide",
      ],
    }
  `)
  const mended = await readFile(join(folder, facts), 'utf8')
  expect(JSON.parse(mended)).toEqual(JSON.parse(whole))
  expect(Object.keys(JSON.parse(mended).facts[0]).slice(0, 2)).toEqual(['id', 'statement'])
  const state = await manifest(folder)
  expect(
    (await call(['check', ...unit, '--fix'], folder)).out.filter((line) => line.includes('fixed')),
  ).toEqual([])
  expect(await manifest(folder)).toEqual(state)
})

const reviewBy = (by: string): string =>
  `    { "fact": "mayor-cost", "by": "${by}", "on": "2024-05-23", "verdict": "agreed", "digest": "${'b'.repeat(64)}" }`

test('puts the reviews of two copies together where git could not', async () => {
  const { folder } = await bridgeCopy()
  const file = join(folder, 'unit/facts/reviews.json')
  await writeFile(
    file,
    `{\n  "reviews": [\n<<<<<<< HEAD\n${reviewBy('Bo Reed')}\n=======\n${reviewBy('Cy Reed')}\n>>>>>>> cy\n  ]\n}\n`,
  )
  expect((await call(['check', ...unit], folder)).err.join('\n')).toContain(
    'note: factdeck check --fix keeps the reviews of both',
  )
  const { code, out } = await call(['check', ...unit, '--fix'], folder)
  expect(code).toBe(0)
  expect(out.filter((line) => line.includes('fixed'))[0]).toBe(
    'facts/reviews.json: fixed: the reviews of both versions are there, 2 in all',
  )
  expect(
    (JSON.parse(await readFile(file, 'utf8')) as { reviews: { by: string }[] }).reviews.map(({ by }) => by),
  ).toEqual(['Bo Reed', 'Cy Reed'])
})
