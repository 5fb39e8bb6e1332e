import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { main } from '../../scripts/commands/main.ts'
import { violations } from '../quiz/violations.ts'
import { bridgeCopy } from './bridge.ts'
import { call, listeningIo } from './call.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A copy of the unit with its desk open; `over` is called when the test is done with it. */
async function openDesk(unit?: Awaited<ReturnType<typeof bridgeCopy>>, by = 'Bo Reed') {
  const copy = unit ?? (await bridgeCopy())
  const { io, said, stop } = listeningIo(copy.folder)
  const argv = ['review', '--content', 'unit', '--articles', 'articles', '--port', '0', '--by', by]
  const ended = main(argv, io)
  await expect.poll(() => said.out[0] ?? said.err[0], { timeout: 60_000 }).toBeDefined()
  const address = /http:\S+/.exec(said.out[0] ?? '')?.[0]
  if (address === undefined) throw new Error(said.err.join('\n'))
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(
      new URL(path, address),
      body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin: new URL(address).origin, ...headers },
            body: JSON.stringify(body),
          },
    )
    const text = await response.text()
    const value: unknown = text.startsWith('{') ? JSON.parse(text) : text
    return { status: response.status, value }
  }
  return {
    copy,
    address,
    ask,
    reviews: async () =>
      (
        JSON.parse(await readFile(join(copy.folder, 'unit/facts/reviews.json'), 'utf8')) as {
          reviews: Record<string, string>[]
        }
      ).reviews,
    async close() {
      stop()
      return ended
    },
  }
}

const digestOf = async (
  { ask }: Pick<Awaited<ReturnType<typeof openDesk>>, 'ask'>,
  fact: string,
): Promise<string> => ((await ask(`facts/${fact}.json`)).value as { digest: string }).digest

test('a reader agrees, objects and edits by keyboard; the page holds no barrier, light or dark', async () => {
  const desk = await openDesk()
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  try {
    const faults: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    await page.goto(desk.address)
    await page.locator('#desk').waitFor()
    const statement = page.locator('#statement')
    expect(await statement.textContent()).toContain('reportedly')
    expect(await page.locator('blockquote mark').first().textContent()).toContain('40 million')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }

    const first = await statement.textContent()
    await page.keyboard.press('a')
    await expect.poll(() => page.locator('#said').textContent()).toMatch(/^Agreed/)
    await expect.poll(() => statement.textContent()).not.toBe(first)
    await page.keyboard.press('o')
    await page.keyboard.type('The figure is the union’s own.')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#said').textContent()).toMatch(/^Objection recorded/)
    await expect.poll(() => page.locator('#none').isVisible()).toBe(true)
    expect((await desk.reviews()).map(({ fact, by, verdict }) => [fact, by, verdict])).toEqual([
      ['mayor-cost', 'Bo Reed', 'agreed'],
      ['union-cost', 'Bo Reed', 'objected'],
    ])

    await page.locator('#which').selectOption('agreed')
    await statement.waitFor()
    await page.keyboard.press('Tab')
    await page.locator('#main').focus()
    await page.keyboard.press('e')
    await page.locator('#edit-short').fill('Mayor: over 40 million')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#said').textContent()).toMatch(/^Saved/)
    const { out } = await call(['check', '--content', 'unit'], desk.copy.folder)
    expect(out.find((line) => line.startsWith('a second reader'))).toBe(
      'a second reader agreed to 0 of 2 statements; objected to 1; changed since review: 1; never reviewed: 0',
    )
    expect(faults).toEqual([])
  } finally {
    await page.close()
    expect(await desk.close()).toBe(0)
  }
})

test('next and back by keyboard; words that nothing supports are marked', async () => {
  const copy = await bridgeCopy()
  await copy.edit('unit/facts/cost.json', (text) =>
    text.replace('reportedly cost more than 40', 'reportedly and secretly cost more than 40'),
  )
  const desk = await openDesk(copy)
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  try {
    await page.goto(desk.address)
    const statement = page.locator('#statement')
    await expect.poll(() => statement.textContent()).toContain('Mayor Ida Lind')
    expect(await statement.locator('mark').allTextContents()).toEqual(['secretly'])
    await page.keyboard.press('n')
    await expect.poll(() => statement.textContent()).toContain("builders' union")
    await page.keyboard.press('p')
    await expect.poll(() => statement.textContent()).toContain('Mayor Ida Lind')
    await expect(desk.reviews()).rejects.toThrow('ENOENT')
  } finally {
    await page.close()
    await desk.close()
  }
})

test.each([['--agree', 'all'], ['--yes'], ['mayor-cost', 'union-cost']])(
  'a review cannot be given by the command line: %s',
  async (...argv) => {
    const { folder } = await bridgeCopy()
    const asked = ['review', '--content', 'unit', '--articles', 'articles', ...argv]
    const { code, out } = await call(asked, folder)
    expect({ code, out }).toEqual({ code: 2, out: [] })
    await expect(readFile(join(folder, 'unit/facts/reviews.json'))).rejects.toThrow('ENOENT')
  },
)

test('two readers at two desks at once lose nothing', async () => {
  const copy = await bridgeCopy()
  const desks = await Promise.all([openDesk(copy, 'Bo Reed'), openDesk(copy, 'Cy Reed')])
  const facts = ['mayor-cost', 'union-cost']
  const digests = await Promise.all(facts.map((fact) => digestOf(desks[0]!, fact)))
  const names = Array.from({ length: 12 }, (_, n) => `Reader ${n}`)
  const answers = await Promise.all(
    names.flatMap((by, n) =>
      facts.map((fact, at) =>
        desks[n % 2]!.ask('review', { fact, by, verdict: 'agreed', digest: digests[at] }),
      ),
    ),
  )
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  const kept = (await desks[0]!.reviews()).map(({ fact, by }) => `${by} ${fact}`)
  expect(kept.toSorted()).toEqual(names.flatMap((by) => facts.map((fact) => `${by} ${fact}`)).toSorted())
  await Promise.all(desks.map((desk) => desk.close()))
})

test('nobody else is answered, and a review is given for what was read, by somebody else than the author', async () => {
  const desk = await openDesk()
  const digest = await digestOf(desk, 'mayor-cost')
  const review = { fact: 'mayor-cost', by: 'Bo Reed', verdict: 'agreed', digest }
  const { origin } = new URL(desk.address)
  const asked = {
    withoutToken: await desk.ask(`${origin}/desk.json`),
    wrongToken: await desk.ask(`${origin}/${'0'.repeat(32)}/desk.json`),
    foreignPage: await desk.ask('review', review, { origin: 'http://example.org' }),
    form: await desk.ask('review', review, { 'content-type': 'text/plain' }),
    list: await desk.ask('review', [review, review]),
    old: await desk.ask('review', { ...review, digest: '0'.repeat(64) }),
    author: await desk.ask('review', { ...review, by: 'Your name' }),
    silent: await desk.ask('review', { ...review, verdict: 'objected' }),
    unknown: await desk.ask('review', { ...review, fact: 'mayor' }),
    tooLong: await desk.ask('edit', { fact: 'mayor-cost', digest, statement: 'x'.repeat(241), short: 'x' }),
  }
  expect(
    Object.entries(asked).map(([name, { status, value }]) => {
      const said = typeof value === 'string' ? value : (value as { message?: string }).message
      return `${name} ${status} ${said}`
    }),
  ).toMatchInlineSnapshot(`
    [
      "withoutToken 404 no such page",
      "wrongToken 404 no such page",
      "foreignPage 403 pages from elsewhere are not answered",
      "form 403 Reviews are given on the page, one fact at a time.",
      "list 422 This cannot be kept: Invalid input: expected object, received array",
      "old 409 The fact was changed while you read it. Read it again as it is now.",
      "author 422 Your name is the author of this unit: a second reader is somebody else.",
      "silent 422 expected a "remark" that says what the passages do not support",
      "unknown 404 No such fact: it was renamed or deleted.",
      "tooLong 422 This cannot be kept: statement: expected at most 240 characters",
    ]
  `)
  await expect(desk.reviews()).rejects.toThrow('ENOENT')
  await desk.close()
})

test('a damaged file of reviews is named, and left as it is', async () => {
  const copy = await bridgeCopy()
  const damaged = '{ "reviews": [ { "fact": "mayor-cost" '
  await copy.write('unit/facts/reviews.json', damaged)
  const { code, err } = await call(
    ['review', '--content', 'unit', '--articles', 'articles', '--port', '0'],
    copy.folder,
  )
  expect({ code, err }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "err": [
        "facts/reviews.json:1:38: error: Unexpected end of file, expected the rest of the JSON [source/json]",
        "1 error",
      ],
    }
  `)
  const desk = await bridgeCopy()
  const opened = await openDesk(desk)
  const digest = await digestOf(opened, 'mayor-cost')
  await desk.write('unit/facts/reviews.json', damaged)
  expect(await opened.ask('review', { fact: 'mayor-cost', by: 'Bo', verdict: 'agreed', digest }))
    .toMatchInlineSnapshot(`
    {
      "status": 409,
      "value": {
        "message": "facts/reviews.json cannot be read; nothing was written. factdeck check says what is wrong with it.",
      },
    }
  `)
  expect(await readFile(join(desk.folder, 'unit/facts/reviews.json'), 'utf8')).toBe(damaged)
  await opened.close()
})
