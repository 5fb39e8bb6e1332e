import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortMadeFiles } from '../../scripts/outputs/site/made-files.ts'
import { bank, deck, fact, question, sampleContent, sampleFiles } from './content.ts'
import { sitePages } from './pages.ts'

function links(page: string): string[] {
  return [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!)
}

function ids(page: string): Set<string> {
  return new Set([...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!))
}

test('the overview links to every file that was made, and to no other', async () => {
  const { 'index.html': index = '' } = await sitePages(sampleContent(), sampleFiles)
  const toFiles = links(index).filter((href) => !/^(#|data:|https:|facts\.html)/.test(href))
  expect([...new Set(toFiles.map((href) => href.split('#')[0]))].toSorted()).toEqual(sampleFiles.toSorted())
})

test('nothing that was not made is linked', async () => {
  const pages = await sitePages(sampleContent(), [])
  const targets = Object.values(pages)
    .flatMap(links)
    .filter((href) => !/^(#|data:|https:)/.test(href))
  expect(targets.filter((href) => !/^(facts|index)\.html/.test(href))).toEqual([])
  expect(pages['index.html']).toContain('This build holds no PDFs.')
})

test('links within and between the pages lead somewhere', async () => {
  const pages = await sitePages(sampleContent(), sampleFiles)
  const broken = Object.entries(pages).flatMap(([path, page]) =>
    links(page)
      .filter((href) => href.startsWith('#') && !ids(page).has(href.slice(1)))
      .map((href) => `${path}${href}`),
  )
  expect(broken).toEqual([])
})

test('files are told apart by the deck or quiz in front, also where names run into each other', () => {
  const files = sortMadeFiles([
    'pdf/tides-worksheet-B.pdf',
    'pdf/tides-worksheet-A.pdf',
    'pdf/tides-worksheet-A-large.pdf',
    'pdf/tides-large-print.pdf',
    'pdf/tides-key.pdf',
    'pdf/low-tides-key.pdf',
    'decks/assets/shell.js',
    'quizzes/tides.html',
  ])
  expect(files.of('tides')).toEqual({
    play: 'quizzes/tides.html',
    key: 'pdf/tides-key.pdf',
    worksheets: [
      { version: 'A', path: 'pdf/tides-worksheet-A.pdf' },
      { version: 'B', path: 'pdf/tides-worksheet-B.pdf' },
    ],
    largePrint: [
      { version: '', path: 'pdf/tides-large-print.pdf' },
      { version: 'A', path: 'pdf/tides-worksheet-A-large.pdf' },
    ],
  })
  expect(files.of('low-tides').key).toBe('pdf/low-tides-key.pdf')
})

test('a fact names its slides by number, each once, and the questions that rest on it', async () => {
  const content = sampleContent()
  const [one, two] = [fact('one'), fact('two')]
  content.facts = [one, two]
  content.decks = [deck('tides', 'Tides', [[], [one, one], [two, one]])]
  content.banks = [bank('tides', 'Quiz', [question('q', 'Why?', [one]), question('r', 'When?', [one, one])])]
  const { 'facts.html': page = '' } = await sitePages(content, sampleFiles)
  const used = (id: string) =>
    new RegExp(`id="${id}"[^]*?<div class="used">([^]*?)</div>`).exec(page)?.[1] ?? ''
  expect(links(used('one'))).toEqual(['decks/tides.html#/2', 'decks/tides.html#/3', 'quizzes/tides.html'])
  expect(used('one').match(/When\?/g)).toHaveLength(1)
  expect(links(used('two'))).toEqual(['decks/tides.html#/3'])
})

test('both readings of a disagreement stand at each of its facts', async () => {
  const { 'facts.html': page = '' } = await sitePages(sampleContent(), sampleFiles)
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
  const { 'index.html': index, 'facts.html': facts } = await sitePages(content, sampleFiles)
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
  const { 'facts.html': page = '' } = await sitePages(content, ['decks/long.html'])
  expect(page.match(/<article class="fact"/g)).toHaveLength(n)
  expect(reads).toBeLessThan(20 * n)
})
