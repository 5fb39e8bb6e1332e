import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markArticle } from '../../scripts/articles/candidates.ts'
import { languageFor } from '../../scripts/languages/table.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'

const english = languageFor('en')

/** The claims of an English text as "kinds | words", and the lines of the page. */
function marked(text: string): { claims: string[]; page: string[] } {
  const article = new ArticleText(text)
  const { candidates, blocks } = markArticle(article, english)
  return {
    claims: candidates.map(({ start, end, kinds }) => `${kinds.join(' ')} | ${article.span(start, end)}`),
    page: blocks.flatMap(({ role, start, end }) => (role === 'page' ? article.span(start, end) : [])),
  }
}

test('marks the sentences that claim something, and by what', () => {
  expect(
    marked(
      [
        'menu',
        'Share',
        '',
        'Town library to move into the old station',
        '',
        'The library opened on 4 March 2021. It is a quiet house. Dr. Aino Virta said 4,100 people came.',
        '“We could not believe it,” she said. The town plans a second floor.',
        'It lends twice as many books as before.',
        'It should stay open at night.',
        '',
        'Read also: The station clock stands still',
        '© Coast News. All rights reserved.',
      ].join('\n'),
    ),
  ).toMatchInlineSnapshot(`
    {
      "claims": [
        "date | The library opened on 4 March 2021.",
        "figure attribution named | Dr. Aino Virta said 4,100 people came.",
        "quotation attribution hedge judgement | “We could not believe it,” she said.",
        "figure plan | The town plans a second floor.",
        "comparison | It lends twice as many books as before.",
        "judgement | It should stay open at night.",
      ],
      "page": [
        "menu",
        "Share",
        "Read also: The station clock stands still",
        "© Coast News. All rights reserved.",
      ],
    }
  `)
})

test('a line that breaks where the paper ends breaks no sentence', () => {
  const text =
    'The new harbour bridge opened to the people of the town and to all others on 3 May 2024 in\nheavy rain, and 12,000 people crossed it. Then the sun came out.'
  expect(marked(text).claims).toHaveLength(1)
})

test('every claim is a part of the text, in order, none within another, whatever the text holds', () => {
  const words = fc.oneof(
    fc.constantFrom(
      'In 2024,',
      '“so”',
      'said',
      '12,000',
      'Dr.',
      '\n',
      '\n\n',
      '😀',
      'e.g.',
      'Share',
      '¿',
      'مرحبا',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const article = new ArticleText(parts.join(' '))
      const { candidates, blocks } = markArticle(article, english)
      for (const list of [candidates, blocks]) {
        let last = 0
        for (const { start, end } of list) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(article.span(start, end)).toBe(article.span(start, end).trim())
          last = end
        }
        expect(last).toBeLessThanOrEqual(article.length)
      }
    }),
  )
})

test('in a language without words of claims, figures, dates and quotations are left', () => {
  const article = new ArticleText('W 2021 roku przyszło 4100 osób. Było cicho.')
  const { candidates } = markArticle(article, languageFor('pl'))
  expect(candidates.map(({ kinds }) => kinds)).toEqual([['figure', 'date']])
})
