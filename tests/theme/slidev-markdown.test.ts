import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseSync } from '@slidev/parser/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deck, LayoutSlide, Slide } from '../../contract/deck.ts'
import {
  deckMarkdown,
  handwrittenSlides,
  notesComment,
  slidevFilters,
  withNotes,
  yamlLines,
  yamlValue,
} from '../../scripts/render/slidev-markdown.ts'
import { parseFrontmatterLines } from '../../scripts/render/slidev/frontmatter.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { buildDeck } from './build-demo.ts'
import { demoDeck } from './demo-deck.ts'
import { serve } from './serve.ts'

const templates = openTemplates(resolve(import.meta.dirname, '../../templates'), slidevFilters)
const notes = { say: [], sources: [], minutes: 1 }

/** A statement slide that says `text` in every place. */
function saying(text: string): LayoutSlide {
  const { props } = demoDeck.slides.find(
    (slide) => slide.kind === 'layout' && slide.layout === 'statement',
  ) as LayoutSlide & {
    layout: 'statement'
  }
  return {
    kind: 'layout',
    id: 'said',
    layout: 'statement',
    props: { title: text, fact: { ...props.fact, statement: text, said: text, text } },
    notes: { say: [text], sources: [text], minutes: 1 },
    facts: [],
    questions: [],
  }
}
const deckOf = (...slides: Slide[]): Deck => ({ ...demoDeck, slides })
const parsed = (deck: Deck): ReturnType<typeof parseSync> =>
  parseSync(deckMarkdown(deck, templates), 'deck.md')

const hostile = [
  '{{ constructor.constructor("return 1")() }}',
  '\\{\\{ 1 + 1 \\}\\} &#123;&#123; 1 + 1 }}',
  '<script>window.ran = true</script>',
  '<img src=x onerror="window.ran = true">',
  'a List<String> and a </div> and </template>',
  'one --- two',
  '---',
  '--> <b>after</b> <!-- before',
  '$5 and $10 and $$x^2$$',
  '<<< secret.ts',
  'src: /etc/hosts',
  '::right::',
  '```ts {monaco} and `code`',
  '# not a heading',
  '- not a list, 1. nor this',
  '1. first',
  '[link](https://example.org) ![picture](x.png) https://example.org',
  '*stars* _lines_ **bold** ~~gone~~ ^up^ |a|b|',
  '"straight" quotes, it\'s (c) (tm) ... ?? +-',
  "'; drop table: {a: [1, 2]} #x &amp; &y *z !tag %d @me",
  'Ünï­cödé — Привет, 東京, 🚢, é',
  '[[toc]] [^1] {.class} {#id} :smile: <Toc/> <v-click>x</v-click>',
]

test('every value read back from the deck is the value written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile)), (text) => {
      const said = saying(text)
      const { slides } = parsed(deckOf(saying('first'), said, saying('last')))
      expect(slides).toHaveLength(3)
      expect(slides[1]!.frontmatter['heading']).toBe(
        text.toWellFormed() === text ? text : slides[1]!.frontmatter['heading'],
      )
      expect(slides[1]!.frontmatter['fact']).toEqual({ ...(said.props as { fact: object }).fact })
      expect(slides[1]!.content.trim()).toBe('')
      expect(slides[1]!.note).toContain('**Sources**')
    }),
  )
})

test('a deck has no long line, and is read back without a YAML parser as with one', () => {
  const long = 'words that go on and on, as statements of facts do; '.repeat(12).trim()
  const longSlide = saying(long)
  longSlide.props.title = 'Long'
  for (const deck of [demoDeck, deckOf(saying('first'), longSlide)]) {
    const markdown = deckMarkdown(deck, templates)
    expect(markdown.split('\n').filter((line) => line.length > 200)).toEqual([])
    for (const { frontmatter, frontmatterRaw } of parseSync(markdown, 'deck.md').slides)
      expect(parseFrontmatterLines(frontmatterRaw ?? '')).toEqual(frontmatter)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 150, maxLength: 400 }), fc.json(), (text, json) => {
      const value = {
        text,
        list: [{ text, n: 1 }, { text: 'short' }],
        plain: [text],
        json,
        none: [],
        map: { text },
      }
      expect(parseFrontmatterLines(yamlLines(value))).toEqual(value)
    }),
  )
})

test('Slidev counts down the minutes of the deck', () => {
  const { headmatter } = parseSync(deckMarkdown({ ...demoDeck, minutes: 35 }, templates), 'deck.md') as {
    headmatter?: unknown
  }
  const settings = headmatter ?? parsed({ ...demoDeck, minutes: 35 }).slides[0]!.frontmatter
  expect(settings).toMatchObject({ duration: '35min', timer: 'countdown' })
})

test('no value leaves syntax in the file', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(...hostile), (value, text) => {
      const line = yamlValue({ value, text })
      expect(line).not.toMatch(/[\n\r<>$`]|--|\{\{/)
      expect(JSON.parse(line)).toEqual({ value, text })
    }),
  )
})

test('notes hold one comment, whatever they say', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...hostile)), (text) => {
      const comment = notesComment({
        say: [text],
        ask: text,
        answers: [{ answer: text, reply: text }],
        sources: [text],
        minutes: 0.5,
      })
      expect(comment.indexOf('-->')).toBe(comment.length - 3)
      expect(comment.slice(4, -3)).not.toMatch(/<|>|--/)
    }),
  )
})

test('hand-written slides keep their frontmatter and get our notes after their own', () => {
  expect(withNotes('# Look\n\n<!-- Wait. -->\n', { say: ['Point.'], sources: [], minutes: 2 }))
    .toMatchInlineSnapshot(`
      "# Look

      <!--
      Wait.

      **Time** 2 min

      Point.
      -->"
    `)
  const own: Slide = {
    kind: 'handwritten',
    id: 'own',
    file: 'own.md',
    markdown: '---\nlayout: default\nclass: mine\n---\n\n# Mine\n\n---\n\n# Second',
    notes,
    facts: [],
    questions: [],
  }
  const later = parsed(deckOf(saying('first'), own, { ...own, markdown: '# Bare' }, saying('last')))
  expect(
    later.slides.map((slide) => slide.frontmatter['class'] ?? slide.title ?? slide.frontmatter['heading']),
  ).toEqual([demoDeck.title, 'mine', 'Second', 'Bare', 'last'])
  const first = parsed(deckOf(own, saying('last')))
  expect(first.slides.map((slide) => slide.frontmatter['class'] ?? slide.title)).toEqual([
    'mine',
    'Second',
    'last',
  ])
  expect(handwrittenSlides('# Bare', true)).toBe('layout: default\n---\n\n# Bare')
})

test('a deck of hostile texts builds, shows each as it is and runs none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-hostile-'))
  const slides = hostile.map(saying)
  const server = await serve(
    await buildDeck(
      { ...deckOf(...slides), id: 'hostile', title: hostile[0]!, summary: hostile[2]! },
      folder,
    ),
  )
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  const wrong: string[] = []
  for (const [index, text] of hostile.entries()) {
    await page.goto(`${server.url}#/${index + 1}`)
    const slide = page.locator(`.slidev-page-${index + 1}`)
    await slide.locator('.fd-slide').waitFor()
    for (const place of ['h1', '.fd-statement-text', '.fd-footer .fd-said']) {
      const shown = await slide.locator(place).textContent()
      if (shown !== text) wrong.push(`${place}: ${shown} instead of ${text}`)
    }
  }
  // The presenter view shows notes as HTML and compiles titles.
  await page.goto(`${server.url}#/presenter/3`)
  await page.locator('.slidev-note').first().waitFor()
  const ran = await page.evaluate(() => 'ran' in window)
  await browser.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
  expect(wrong).toEqual([])
  expect(ran).toBe(false)
})
