import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { byArticle } from '../../scripts/outputs/quiz-page.ts'
import { learn } from '../../scripts/outputs/learn.ts'
import type { Render } from '../../scripts/render/render.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { kinds, typeOf } from '../../question-types/types.ts'
import { openQuizPlayer } from '../../scripts/render/quiz-player.ts'
import { bank } from './bank.ts'
import { cacheFolder, packageRoot, pageOf } from './page.ts'

const codeFrom = async (folder: string) =>
  (await openQuizPlayer({ packageRoot, cacheFolder: folder })).forTypes(['choice', 'numeric'])
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length

test('a page of twenty questions stays within its budget', async () => {
  expect(bank.questions).toHaveLength(20)
  expect(gzipped(await pageOf(bank))).toBeLessThan(50_000)
})

// Their texts are long: some 12 kB of it, compressed.
test('one of twenty questions of the real unit is not much heavier, whichever they are', async () => {
  const { content } = await loadContent(packageRoot)
  const banks = content!.banks
  const pages = banks.map((first, place) => {
    const second = banks[(place + 1) % banks.length]!
    return {
      ...first,
      questions: [...first.questions, ...second.questions].slice(0, 20),
      objectives: [...first.objectives, ...second.objectives],
    }
  })
  expect(pages.map(({ questions }) => questions.length)).toEqual(banks.map(() => 20))
  const sizes = await Promise.all(pages.map(async (page) => [page.id, gzipped(await pageOf(page))] as const))
  expect(sizes.filter(([, size]) => size > 60_000)).toEqual([])
  // The telling words stand with the facts behind an answer.
  expect(await pageOf(banks[0]!)).toMatch(/<p class="source telling">In its words: “[^<]+”<\/p>/)
})

test('the page to learn from, of all questions of the real unit, stays within its budget', async () => {
  const { content } = await loadContent(packageRoot)
  const quizPlayer = await openQuizPlayer({ packageRoot, cacheFolder })
  const files = await learn.emit(content!, {
    content: content!,
    render: {
      quizPlayer: async () => quizPlayer,
      templates: openTemplates(join(packageRoot, 'templates')),
    } as Partial<Render> as Render,
    options: {},
    progress: () => {},
    made: [],
  })
  const html = String(files[0]!.data)
  expect(gzipped(html)).toBeLessThan(90_000)

  // Words of tests are left out; those of every screen that it has are there.
  const { words } = JSON.parse(/id="quiz-data">([^]*?)<\/script>/.exec(html)![1]!) as { words: object }
  const player = join(packageRoot, 'templates/quiz/player')
  const screens = ['learn/LearnScreen', 'ProgressScreen', 'ResultScreen', 'CalibrationView', 'FactBehind']
  const named = [...screens.map((name) => `${name}.vue`), 'report.ts'].flatMap((file) =>
    [...readFileSync(join(player, file), 'utf8').matchAll(/\bwords\.(\w+)/g)].map(([, word]) => word!),
  )
  expect(named.length).toBeGreaterThan(50)
  expect([...named, 'practice', 'review', 'test'].filter((word) => !(word in words))).toEqual([])
  expect(words).not.toHaveProperty('startTest')
})

test('a page carries the players of its questions’ types alone', async () => {
  const player = await openQuizPlayer({ packageRoot, cacheFolder })
  const all = [...new Set(kinds.map((kind) => typeOf({ kind }).folder))]
  const cards = all.map((folder) => {
    const files = readdirSync(join(packageRoot, 'question-types', folder))
    return files.flatMap((file) => /^(?!Checkpoint)(\w+)\.vue$/.exec(file)?.[1] ?? [])
  })
  for (const [n, folder] of all.entries()) {
    const { js } = player.forTypes([folder])
    const carried = cards.map((names) => names.some((name) => js.includes(name)))
    expect(carried).toEqual(all.map((_, other) => other === n))
  }
  expect(player.forTypes(all.toReversed())).toEqual(player.forTypes(all))
  const style = (folders: string[]) => player.forTypes(folders).css.includes('.figure-field')
  expect([style(['choice']), style(all)]).toEqual([false, true])
})

test('the policy names exactly the script and the style of the page', async () => {
  const html = await pageOf(bank)
  const hashes = [...html.matchAll(/<(?:script|style)>([^]*?)<\/(?:script|style)>/g)].map(
    ([, code]) => `sha256-${createHash('sha256').update(code!).digest('base64')}`,
  )
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!.replaceAll('&#39;', "'")
  expect(hashes).toHaveLength(2)
  expect(policy.match(/sha256-[^']+/g)!.toSorted()).toEqual(hashes.toSorted())
  expect(policy).not.toContain('unsafe')
  expect(html).not.toMatch(/\son\w+=|\sstyle=/i)
  expect(html).not.toMatch(/(?:src|href)="(?!data:|#fact-)/)
})

test('the same bank gives the same bytes, with the cache and without', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'factdeck-player-'))
  const built = await codeFrom(fresh)
  const again = await codeFrom(fresh)
  const kept = await codeFrom(cacheFolder)
  // Compared as truth values: a difference would print a hundred thousand characters.
  expect([again, kept].map(({ js, css }) => js === built.js && css === built.css)).toEqual([true, true])
  expect(readdirSync(fresh)).toEqual([expect.stringMatching(/^quiz-player-[0-9a-f]{12}\.json$/)])
  expect(built.js).not.toMatch(/<\/script|<!--|\beval\(|new Function/)
})

const place = (source: string, start: number) => ({
  source,
  title: `Title of ${source}`,
  citation: `${source}, 2023`,
  place: `characters ${start}–${start + 9}`,
  start,
  end: start + 9,
})

test('several places of one article are cited together, in reading order', () => {
  expect(byArticle([place('Almanac', 300), place('Gazette', 10), place('Almanac', 20)])).toEqual([
    { title: 'Title of Almanac', citation: 'Almanac, 2023', places: 'characters 20–29, 300–309' },
    { title: 'Title of Gazette', citation: 'Gazette, 2023', places: 'characters 10–19' },
  ])
})
