import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeFiles } from '../../scripts/outputs/made-links.ts'
import { bank, deck, fact, question, sampleContent } from './content.ts'
import { allMade, sitePages } from './pages.ts'

function links(page: string): string[] {
  return [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!)
}

function ids(page: string): Set<string> {
  return new Set([...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!))
}

test('the overview links to every file that was made, and to no other', async () => {
  const made = await allMade(sampleContent())
  const { 'index.html': index = '' } = await sitePages(sampleContent(), made)
  const toFiles = links(index).filter((href) => !/^(#|data:|https:|facts\.html)/.test(href))
  const paths = [...new Set(toFiles.map((href) => href.split('#')[0]))].toSorted()
  expect(paths).toEqual(made.map(({ path }) => path).toSorted())
  expect(paths).toEqual(
    expect.arrayContaining([
      'decks/tides-student.html',
      'pdf/tides-handout-lines.pdf',
      'pdf/tides-worksheet-A-large.pdf',
    ]),
  )
})

test('nothing that was not made is linked', async () => {
  const pages = await sitePages(sampleContent(), [])
  const targets = Object.values(pages)
    .flatMap(links)
    .filter((href) => !/^(#|data:|https:)/.test(href))
  expect(targets.filter((href) => !/^(facts|index)\.html/.test(href))).toEqual([])
})

test('links within and between the pages lead somewhere', async () => {
  const pages = await sitePages(sampleContent(), await allMade(sampleContent()))
  const broken = Object.entries(pages).flatMap(([path, page]) =>
    links(page)
      .filter((href) => href.startsWith('#') && !ids(page).has(href.slice(1)))
      .map((href) => `${path}${href}`),
  )
  expect(broken).toEqual([])
})

test('a deck is shown in small, a mark a slide; a card has three actions, the rest is behind “more”', async () => {
  const content = sampleContent()
  const { 'index.html': index = '' } = await sitePages(content, await allMade(content))
  const cards = [...index.matchAll(/<article[^]*?<\/article>/g)].map(([card]) => card)
  for (const card of cards) {
    const [open = '', more] = card.split('<details>')
    expect(open.match(/<a /g)).toHaveLength(3)
    expect(more).toContain('<summary>More<span class="unseen">: ')
  }
  const thumbnails = cards.flatMap((card) => /<svg class="thumbnail"[^]*?<\/svg>/.exec(card) ?? [])
  expect(thumbnails.map((svg) => svg.match(/<rect /g)!.length - 1)).toEqual(
    content.decks.map(({ slides }) => slides.length),
  )
  expect(
    thumbnails[0]!
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ).toBe(content.decks[0]!.title)
})

test('the explorer draws places that have coordinates; each leads to the facts that speak of it', async () => {
  const content = sampleContent()
  const facts = content.facts.map((each, index) => ({ ...each, places: index < 2 ? ['Old Quay'] : [] }))
  const places = [
    { name: 'Old Quay', x: 100, y: 100 },
    { name: 'Nowhere spoken of', x: 104, y: 102 },
  ]
  const placesMap = { width: 960, height: 520, land: 'M0 0l9 9 9 0z', borders: '', disputed: '', places }
  const made = await allMade(content)
  const { 'facts.html': page = '' } = await sitePages({ ...content, facts, placesMap }, made)
  expect(page.match(/<circle class="place"/g)).toHaveLength(2)
  expect(page).toContain('<a href="#?text=Old%20Quay">Old Quay</a> <span class="n">2</span>')
  expect(page).toContain('Outlines: Natural Earth')
  expect(page.match(/<dd data-text>Old Quay<\/dd>/g)).toHaveLength(2)
  const { 'facts.html': without = '' } = await sitePages(content, made)
  expect(without).not.toContain('class="places"')
})

test('links are grouped by whom they are for, the main way first; versions of a file stand in one line', async () => {
  const { 'index.html': index = '' } = await sitePages(sampleContent(), await allMade(sampleContent()))
  const cards = [...index.matchAll(/<article[^]*?<\/article>/g)].map(([card]) =>
    [...card.matchAll(/<h4 class="whom"[^>]*>([^<]*)<|<(?:a|span)[^>]*>([^<]+)<span class="unseen"/g)]
      .map(([, heading, label]) => (heading === undefined ? `  ${label}` : heading))
      .join('\n'),
  )
  expect(cards.join('\n\n')).toMatchInlineSnapshot(`
    "  Present
      Presenter view
      The deck without notes
    For the class
      Download the deck
      Deck for a web server
      Slides, PDF
    For the teacher
      Handout, PDF
    For learners
      Handout with lines, PDF
    To change it
      Slidev Markdown

      Take the quiz
      Answer key, PDF
      Large print, PDF
    For learners
      Version A
      Version B
      Version C
      Version D"
  `)
})

test('files of a deck and a quiz of one name are told apart, and those of names that run into each other', async () => {
  const content = sampleContent()
  content.decks = [deck('tides', 'Tides', []), deck('low-tides', 'Low tides', [])]
  const files = madeFiles(await allMade(content))
  const all = (...of: ['deck' | 'bank', string]): string[] =>
    files
      .links(...of, 'en')
      .flatMap(({ links: found }) => found)
      .flatMap(({ href, versions }) => [href, ...versions.map((version) => version.href)])
      .filter((href) => href !== '')
  expect(all('deck', 'low-tides').filter((href) => !/\blow-tides\b/.test(href))).toEqual([])
  expect(all('deck', 'tides').filter((href) => /low-tides|quizzes|key/.test(href))).toEqual([])
  expect(all('bank', 'tides')).toHaveLength(7)
  expect([files.showing('slides', 'low-tides'), files.showing('questions', 'tides')]).toEqual([
    'decks/low-tides.html',
    'quizzes/tides.html',
  ])
})

test('a fact names its slides by number, each once, and the questions that rest on it', async () => {
  const content = sampleContent()
  const [one, two] = [fact('one'), fact('two')]
  content.facts = [one, two]
  content.decks = [deck('tides', 'Tides', [[], [one, one], [two, one]])]
  content.banks = [bank('tides', 'Quiz', [question('q', 'Why?', [one]), question('r', 'When?', [one, one])])]
  const { 'facts.html': page = '' } = await sitePages(content, await allMade(content))
  const used = (id: string) =>
    new RegExp(`id="${id}"[^]*?<div class="used">([^]*?)</div>`).exec(page)?.[1] ?? ''
  expect(links(used('one'))).toEqual(['decks/tides.html#/2', 'decks/tides.html#/3', 'quizzes/tides.html'])
  expect(used('one').match(/When\?/g)).toHaveLength(1)
  expect(links(used('two'))).toEqual(['decks/tides.html#/3'])
})

test('both readings of a disagreement stand at each of its facts', async () => {
  const { 'facts.html': page = '' } = await sitePages(sampleContent(), await allMade(sampleContent()))
  for (const reading of ['The office measured; the letter remembers.', 'One keeper remembers many years;'])
    expect(page.split(reading).length - 1).toBe(2)
})

test('spans of one article are cited together', async () => {
  const content = sampleContent()
  const [first] = content.facts
  first!.evidence.push({ ...first!.evidence[0]!, start: 300, end: 340 })
  const { 'facts.html': page = '' } = await sitePages(content)
  expect(page).toContain('The Sample Post, 4 May 2021, characters 120–188, 300–340')
})

test('a fact that no topic lists is shown all the same, once', async () => {
  const content = sampleContent()
  content.facts.push(fact('a-fact-left-over', { topic: 'nowhere' }))
  const { 'facts.html': page = '' } = await sitePages(content)
  expect(page.match(/<article class="fact" id="a-fact-left-over"/g)).toHaveLength(1)
  expect(page).toContain('Other facts')
})

test('texts are worded in the language of the unit', async () => {
  const content = sampleContent()
  content.unit.language = 'uk'
  const { 'index.html': index, 'facts.html': facts } = await sitePages(content, await allMade(content))
  expect(index).toMatch(/<html lang="uk" dir="ltr">/)
  expect(index).toContain('6 фактів')
  expect(facts).toContain('Показано 6 фактів із 6')
})

test('whatever a fact says reaches the page as text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('<', '>', '"', "'", '&', '{{', '}}', '{%', '</script', '<!--', 'x'), {
        minLength: 1,
        maxLength: 8,
      }),
      async (parts) => {
        const statement = parts.join('')
        const content = sampleContent()
        content.facts[0]!.statement = statement
        const { 'facts.html': page = '' } = await sitePages(content)
        const shown =
          /id="high-water-reached-the-quay"[^]*?<p class="statement"[^>]*>([^<]*)<\/p>/.exec(page)?.[1] ?? ''
        const plain = shown
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&')
        expect(plain).toBe(statement)
      },
    ),
    { numRuns: 40 },
  )
})

test('ten thousand facts are walked, not compared with each other', async () => {
  const n = 10_000
  const content = sampleContent()
  let reads = 0
  const counted = Array.from({ length: n }, (_, index) =>
    Object.defineProperty(fact(`fact-${index}`), 'id', {
      get: () => {
        reads += 1
        return `fact-${index}`
      },
      enumerable: true,
    }),
  )
  content.facts = counted
  content.topics = [
    { id: 'tides', title: 'Tides', summary: '', facts: counted.map((_, index) => `fact-${index}`) },
  ]
  content.decks = [
    deck(
      'long',
      'Long',
      counted.map((each) => [each]),
    ),
  ]
  content.banks = []
  reads = 0
  const pages = await sitePages(content, [
    {
      path: 'decks/long.html',
      kind: { shows: 'slides', links: [] },
      of: { scope: 'deck', id: 'long' },
    },
  ])
  const articles = Object.values(pages).flatMap((page) => page.match(/<article class="fact"/g) ?? [])
  expect(articles).toHaveLength(n)
  expect(reads).toBeLessThan(20 * n)
})
