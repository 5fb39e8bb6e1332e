// Whatever stands in a text field reaches every page as it is, or is refused with a place and a reason.

import { parseSync } from '@slidev/parser'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Deck } from '../../contract/deck.ts'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { deckMarkdown, shownProps } from '../../scripts/render/slidev-markdown.ts'
import { literal as literally, makeFolder, removeFolders, writeContent } from './content-folder.ts'
import { comparable, readCorpus, together } from './corpus.ts'
import { everyField, fields } from './every-field.ts'
import { hasRun, openReader, pagesOf, slidesOf, type Reader } from './pages.ts'

const render = openRender(process.env)
let browser: Browser
let reader: Reader
let folder: string
/** Which fields each view shows, found with a harmless text. */
let shownIn: Record<string, string[]>

const harmless = 'Sugar and tides'
const literal = together(readCorpus().filter((each) => each.expect === 'literal'))
const rejected = readCorpus().filter((each) => each.expect === 'rejected')

/**
 * Fields that hold the texts alone. They are looked for in notes only: a page may show the same elsewhere.
 */
const unmarked = ['pureNote', 'slideSay']

/**
 * The texts with the name of their field after them, a harmless one where there is no room for them. Each of
 * them begins some of the fields.
 */
const marked =
  (texts: readonly string[]) =>
  (name: string, room: number): string => {
    if (unmarked.includes(name)) return texts.join(' ')
    const first = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % texts.length
    const text = [...texts.slice(first), ...texts.slice(0, first)].join(' ')
    const whole = `${text} x${name.toLowerCase()}`
    return whole.length <= room ? whole : `${harmless} x${name.toLowerCase()}`
  }

beforeAll(async () => {
  folder = await makeFolder()
  browser = await launchBrowser()
  reader = await openReader(await browser.newContext({ reducedMotion: 'reduce' }))
  const views = await viewsOf([harmless], true)
  shownIn = Object.fromEntries(
    Object.entries(views).map(([view, text]) => [
      view,
      Object.keys(fields).filter(
        (name) =>
          text.includes(marked([harmless])(name, 1000)) &&
          (!unmarked.includes(name) || ['notes', 'presenter'].includes(view)),
      ),
    ]),
  )
})

// A renderer keeps much of each page that it has shown: after a hundred it is nine times as slow.
afterEach(async () => {
  await reader.page.context().close()
  reader = await openReader(await browser.newContext({ reducedMotion: 'reduce' }))
})

afterAll(async () => {
  await browser?.close()
  await render.close()
  await removeFolders()
})

/** What a reader of each page reads; pages that cost most only where `all` is asked for. */
async function viewsOf(texts: readonly string[], all: boolean): Promise<Record<string, string>> {
  await writeContent(folder, everyField(marked(texts)))
  const { planned: content, diagnostics } = await loadContent(folder)
  if (!content) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  const deck = content.decks[0]!
  const files = await pagesOf(content, render)
  reader.serve(files)
  const { page } = reader
  const views: Record<string, string> = {}

  views.deckFile = (await slidesOf(reader, 'decks/carts.html', deck.slides.length)).join('\n')
  views.deckTitle = await page.title()
  views.notes = await page.evaluate(
    (notes) => {
      const box = document.createElement('div')
      document.body.append(box)
      // As Slidev's presenter view does it.
      box.innerHTML = notes.join('\n')
      return box.textContent
    },
    (await (await render.slidev()).deckData(deckMarkdown(deck, render.templates), deck.id)).slides.map(
      ({ noteHTML }) => noteHTML,
    ),
  )
  if (await hasRun(page)) reader.offences.push('deck: markup or code')
  if (all) {
    views.deckHosted = (await slidesOf(reader, 'decks/carts/', deck.slides.length)).join('\n')
    await reader.open('decks/carts.html#/presenter/4')
    const note = page.locator('.slidev-note').first()
    await note.waitFor()
    // The text that has no mark.
    const text = comparable(texts.join(' '))
    if (comparable((await note.textContent()) ?? '').includes(text)) views.presenter = text
    if (await hasRun(page)) reader.offences.push('presenter: markup or code')
  }
  views.markdown = frontmatterOf(deck)

  await reader.open('quizzes/carts.html')
  views.quizPaper = (await page.locator('#paper').textContent()) ?? ''
  await page.click('button:has-text("Start practice")')
  await page.locator('.session .option').first().waitFor()
  await page.keyboard.press('a')
  await page.keyboard.press('Enter')
  await page.locator('#player .because').first().waitFor()
  views.quizPractice = (await page.locator('#player').textContent()) ?? ''
  if (await hasRun(page)) reader.offences.push('quiz: markup or code')

  for (const name of ['index', 'facts']) {
    await reader.open(`${name}.html`)
    views[name] = (await page.locator('body').textContent()) ?? ''
    views[`${name}Title`] = await page.title()
    if (await hasRun(page)) reader.offences.push(`${name}: markup or code`)
  }
  return Object.fromEntries(Object.entries(views).map(([view, read]) => [view, comparable(read)]))
}

/** The ordinary Slidev file as Slidev's own parser reads it: what slides get as props. */
function frontmatterOf(deck: Deck): string {
  const { slides } = parseSync(deckMarkdown(deck, render.templates), 'deck.md')
  const given = slides.map(({ frontmatter }) => frontmatter as Record<string, unknown>)
  const expected = deck.slides.map((slide) => (slide.kind === 'layout' ? shownProps(slide) : {}))
  const broken = expected.filter((props, index) =>
    Object.entries(JSON.parse(JSON.stringify(props)) as object).some(
      ([name, value]) => JSON.stringify(given[index]?.[name]) !== JSON.stringify(value),
    ),
  )
  if (given.length !== expected.length || broken.length > 0)
    reader.offences.push(`markdown: ${given.length} slides for ${expected.length}, ${JSON.stringify(broken)}`)
  // `info` is Markdown, and escaped as such.
  return slides.map(({ frontmatter }) => textsIn({ ...frontmatter, info: undefined })).join('\n')
}

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  return value !== null && typeof value === 'object' ? Object.values(value).map(textsIn).join('\n') : ''
}

test('the fields are found where they are shown', () => {
  const anywhere = new Set(Object.values(shownIn).flat())
  // Not shown: what tells the compiler where to look.
  expect(Object.keys(fields).filter((name) => !anywhere.has(name))).toEqual([
    'sourceFile',
    'actorAlias',
    'actorAliasNote',
    'actorNote',
    'missingText',
    'missingWhy',
  ])
  expect(Object.fromEntries(Object.entries(shownIn).map(([view, names]) => [view, names.length])))
    .toMatchInlineSnapshot(`
      {
        "deckFile": 51,
        "deckHosted": 51,
        "deckTitle": 1,
        "facts": 47,
        "factsTitle": 1,
        "index": 18,
        "indexTitle": 1,
        "markdown": 58,
        "notes": 33,
        "presenter": 2,
        "quizPaper": 17,
        "quizPractice": 14,
      }
    `)
})

test.each(literal)('$id stays what it is', async ({ id, texts }) => {
  const views = await viewsOf(texts, literal.findIndex((each) => each.id === id) % 8 === 0)
  const lost = Object.entries(views).flatMap(([view, read]) =>
    (shownIn[view] ?? [])
      .filter((name) => {
        const wanted = comparable(marked(texts)(name, fields[name] ?? 0))
        if (read.includes(wanted)) return false
        // Notes name the next slide, whose title begins with a capital, which may compose with what follows.
        if (view === 'notes')
          return !read.includes(comparable(`${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}`))
        // Why a date was inferred is left to the notes where the slide of sources has no room for it.
        return !(name === 'sourceWhy' && view.startsWith('deck') && views['notes']?.includes(wanted))
      })
      .map((name) => `${view}: ${name}`),
  )
  expect({ lost, offences: reader.offences.splice(0) }).toEqual({ lost: [], offences: [] })
})

/** The lines of the files, each with its place. */
function lines(chosen: (name: string) => string): string[] {
  return Object.entries(everyField(chosen)).flatMap(([file, value]) =>
    JSON.stringify(literally(file, value), null, 1)
      .split('\n')
      .map((line, index) => `${file}:${index + 1}: ${line}`),
  )
}

test.each(rejected)('$id is refused in every field, at its place', async ({ text, rule }) => {
  // A line break is one where markup may stand, which has a backslash here.
  const wanted = lines(() => '@*@')
    .filter((line) => line.includes('"@*@"') || (!text.includes('\n') && line.includes(String.raw`"@\\*@"`)))
    .map((line) => line.split(': ')[0])
  await writeContent(
    folder,
    everyField(() => text),
  )
  const { content, diagnostics } = await loadContent(folder)
  expect(content).toBeUndefined()
  const told = diagnostics.filter((each) => each.rule === rule && each.severity === 'error')
  const places = new Set(told.map(({ at }) => `${at.file}:${at.line}`))
  expect(wanted.length).toBeGreaterThan(40)
  expect(wanted.filter((place) => !places.has(place ?? ''))).toEqual([])
})
