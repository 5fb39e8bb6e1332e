import { posix } from 'node:path'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../contract/fold-text.ts'
import { mostOnOnePage } from '../../scripts/outputs/site/fact-pages.ts'
import { fact, sampleContent } from './content.ts'
import { largeContent, largeCount } from './large-unit.ts'
import { allMade, sitePages } from './pages.ts'

const large = largeContent()
const pages = await sitePages(large, await allMade(large))
const ofFacts = Object.entries(pages).filter(([path]) => /^facts\/.*\.html$/.test(path))

function factsOf(page: string): string[] {
  return [...page.matchAll(/<article class="fact" id="([^"]*)"/g)].map(([, id]) => id!)
}

const sorted = (words: string): string => words.split(/\s+/).filter(Boolean).toSorted().join(' ')

/** The words of some HTML as they are searched, sorted. */
const wordsOf = (html: string): string =>
  sorted(
    foldText(
      html
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&#39;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ),
  )

/** What the script before the first page finds a fact in. */
function knownIn(start: string): unknown {
  const [, lead = ''] = /<script>([^]*?)<\/script>/.exec(start.slice(0, start.indexOf('<body')))!
  return JSON.parse(/const factPages = (.*)/.exec(lead)![1]!)
}

const policyOf = (page: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!

/** What the scripts of the index give to the page that loads them: fields to filter by, and texts to search. */
function indexed(): { id: string; text: string }[] {
  const parts: { id: string; text: string }[][] = []
  for (const [path, script] of Object.entries(pages)) {
    if (!/^facts\/search-\d+\.js$/.test(path)) continue
    const [n, filtered, texts] = JSON.parse(script.replace(/^factdeckFacts\((.*)\)\n$/, '[$1]')) as [
      number,
      string,
      string,
    ]
    const found = texts.split('\u001E')
    parts[n] = filtered
      .split('\u001E')
      .map((fields, at) => ({ id: fields.split('\u001F')[0]!, text: found[at]! }))
  }
  return parts.flat()
}

test('up to so many facts are one page, as ever; one more makes pages', async () => {
  const content = sampleContent()
  content.facts = Array.from({ length: mostOnOnePage }, (_, n) => fact(`one-${n}`))
  expect(Object.keys(await sitePages(content))).toEqual(['index.html', 'facts.html'])
  content.facts.push(fact('one-more'))
  expect(Object.keys(await sitePages(content)).length).toBeGreaterThan(2)
})

test('each fact is on one page, a hundred at most, in the order of the topics', () => {
  expect(ofFacts.map(([path, page]) => `${path} ${factsOf(page).length}`)).toEqual([
    'facts/tides.html 3',
    'facts/bridges.html 3',
    'facts/gauges.html 100',
    'facts/gauges.2.html 100',
    'facts/gauges.3.html 50',
    ...Array.from({ length: Math.ceil((largeCount - 256) / 100) }, (_, n) =>
      [
        n === 0 ? 'facts/other.html' : `facts/other.${n + 1}.html`,
        Math.min(100, largeCount - 256 - n * 100),
      ].join(' '),
    ),
  ])
  const shown = ofFacts.flatMap(([, page]) => factsOf(page))
  expect(new Set(shown).size).toBe(largeCount)
  expect(shown).toHaveLength(largeCount)
})

test('facts without a topic do not take the page of a topic of that name', async () => {
  const content = largeContent()
  content.topics = content.topics.map((topic) => (topic.id === 'tides' ? { ...topic, id: 'other' } : topic))
  const paths = Object.keys(await sitePages(content)).filter((path) => path.includes('other'))
  expect(paths.slice(0, 2)).toEqual(['facts/other.html', 'facts/_other.html'])
})

test('links of all pages lead to what was made, facts on other pages included', async () => {
  const made = new Set([...Object.keys(pages), ...(await allMade(large)).map(({ path }) => path)])
  const ids = new Map(
    Object.entries(pages).map(([path, page]) => [
      path,
      new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)),
    ]),
  )
  const broken = Object.entries(pages).flatMap(([path, page]) =>
    [...page.matchAll(/<a [^>]*href="([^"]*)"/g)]
      .map(([, href]) => href!)
      .filter((href) => !/^(?:https:|data:)/.test(href) && !/#[?/]/.test(href))
      .filter((href) => {
        const [file = '', anchor] = href.split('#')
        const to = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file))
        return !made.has(to) || (anchor !== undefined && ids.get(to)?.has(anchor) === false)
      })
      .map((href) => `${path}: ${href}`),
  )
  expect(broken).toEqual([])
  const disagreeing = (id: string): string =>
    new RegExp(`id="${id}"[^]*?<div class="disagreement">[^]*?href="([^"]*)"`).exec(
      pages['facts/gauges.html']!,
    )![1]!
  expect([disagreeing('gauge-0'), disagreeing('gauge-1')]).toEqual(['gauges.2.html#gauge-180', '#gauge-2'])
  expect(pages['facts/tides.html']).toContain('href="../decks/tides.html#/2"')
})

test('every fact has its anchor on the first page, beside the page that it is on', () => {
  const { 'facts.html': start = '' } = pages
  const told = [
    ...start.matchAll(
      /<span class="fact-page"><a href="([^"]*)">[^<]*<\/a><noscript>(.*?)<\/noscript><\/span>/g,
    ),
  ].map(([, href, anchors]) => [href!, [...anchors!.matchAll(/<i id="([^"]*)"><\/i>/g)].map(([, id]) => id!)])
  expect(told).toEqual(ofFacts.map(([path, page]) => [path, factsOf(page)]))
})

test('the script before the first page knows of the same facts, and whatever an id holds is text to it', async () => {
  expect(knownIn(pages['facts.html']!)).toEqual(
    ofFacts.map(([path, page]) => ({ path, ids: ` ${factsOf(page).join(' ')} ` })),
  )
  const content = largeContent()
  content.facts[3]!.id = '</script><script>alert(1)'
  const { 'facts.html': start = '' } = await sitePages(content)
  expect(start).not.toContain('alert(1)</script>')
  expect(JSON.stringify(knownIn(start))).toContain(content.facts[3]!.id)
})

test('what is searched of a fact is what its page has to be searched, and nothing else', () => {
  const onPages = new Map(
    ofFacts.flatMap(([, page]) =>
      [...page.matchAll(/<article class="fact" id="([^"]*)"[^]*?<\/article>/g)].map(([article, id]) => [
        id!,
        wordsOf(
          [...article.matchAll(/<(\w+)[^>]* data-text>([^]*?)<\/\1>/g)].map(([, , html]) => html!).join(' '),
        ),
      ]),
    ),
  )
  const inIndex = new Map(indexed().map(({ id, text }) => [id, sorted(text)]))
  expect(inIndex).toEqual(onPages)
})

test('what is searched and what is looked for are folded alike', () => {
  const script = readFileSync(new URL('../../templates/site/facts-filter.js.njk', import.meta.url), 'utf8')
  const [, body] = /const fold = \(text\) =>\n((?: +.*\n)+)/.exec(script)!
  // oxlint-disable-next-line no-new-func
  const fold = new Function('text', `return ${body!.trim()}`) as (text: string) => string
  const odd = fc.constantFrom(
    '12,000',
    '1 200',
    '’',
    '`',
    'Ö',
    'ﬁ',
    'e\u0301',
    'İ',
    'ß',
    'Ґ',
    'أ',
    ' ',
    '.',
    '7',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))), (texts) => {
      expect(foldText(texts.join(''))).toBe(fold(texts.join('')))
    }),
  )
})

test('no letter of a text parts facts or their fields', async () => {
  const content = largeContent()
  content.facts[3]!.statement = 'One\u001Etwo\u001Fthree.'
  const { 'facts/search-1.js': script = '' } = await sitePages(content)
  const [, ...strings] = JSON.parse(script.replace(/^factdeckFacts\((.*)\)\n$/, '[$1]')) as [
    number,
    ...string[],
  ]
  expect(strings.map((text) => text.split('\u001E').length)).toEqual([largeCount, largeCount, largeCount])
  expect(strings[2]!.split('\u001E').filter((card) => card.split('\u001F').length !== 4)).toEqual([])
})

test('pages carry no script, and the first one loads what lies beside it and nothing that stands in it', () => {
  for (const [path, page] of ofFacts) {
    expect(page, path).not.toContain('<script')
    expect(policyOf(page), path).toMatch(/script-src &#39;none&#39;/)
  }
  expect(policyOf(pages['facts.html']!)).toMatch(
    /script-src (?:&#39;sha256-[^; ]*&#39; ){2}&#39;strict-dynamic&#39;;/,
  )
})

test('words of articles stay out of what is searched', async () => {
  const support = new Map(
    large.facts.map(({ id }) => [
      id,
      {
        words: [],
        passages: [{ article: 'The Sample Post', start: 1, end: 9, text: 'a passage of theirs' }],
      },
    ]),
  )
  const shown = await sitePages(large, [], support as never)
  expect(shown['facts/tides.html']).toContain('a passage of theirs')
  expect(shown['facts/tides.html']).toContain('role="note"')
  const scripts = Object.entries(shown).filter(([path]) => path.endsWith('.js'))
  expect(scripts.filter(([, text]) => text.includes('a passage of theirs'))).toEqual([])
})
