// A large unit is judged in a thread of its own while it is being made: what comes out and what is said is what one
// thread would make and say.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Asked, Io } from '../../scripts/commands/io.ts'
import { judgeUnit } from '../../scripts/commands/judging.ts'
import { packageRoot } from '../trust/content-folder.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call, type Called } from './call.ts'

/** A unit that counts as large, since one of its files ends in two million blanks. */
async function largeUnit() {
  const { folder, edit } = await bridgeCopy()
  await edit('unit/facts/unit.json', (text) => text + ' '.repeat(2_000_000))
  const build = async (thread?: Io['thread']): Promise<Called> => {
    // What was built before is not built again: each has its own folder.
    const dist = thread ? 'by-two' : 'by-one'
    const argv = ['build', '--content', 'unit', '--articles', 'articles', '--out', dist]
    argv.push('--only', 'quizzes,site,learn')
    const { code, out, err } = await call(argv, folder, thread ? { thread } : {})
    return { code, out: out.map((line) => line.replace(dist, 'dist')), err }
  }
  const made = async () => {
    const [one, two] = await Promise.all(['by-one', 'by-two'].map((name) => manifest(join(folder, name))))
    expect(two).toEqual(one)
    return two
  }
  return { folder, edit, build, made }
}

/** The same process in place of a thread; `asked` is all that it was asked, and how often it was ended. */
function inPlace(answer = judgeUnit) {
  const asked: Asked[] = []
  let ended = 0
  const thread: NonNullable<Io['thread']> = (unit) => {
    asked.push(unit)
    return { answer: answer(unit), end: async () => void ended++ }
  }
  return { thread, asked, ended: () => ended }
}

const wrongFigure = ['unit/facts/cost.json', (text: string) => text.replace('up to 55', 'up to 57')] as const

const unknownField = (text: string): string => text.replace('{', '{ "unknownField": 1,')

describe.skipIf(availableParallelism() < 2)('with two processors', () => {
  test('a sound unit is made as by one thread', async () => {
    const { folder, build, made } = await largeUnit()
    const { thread, asked, ended } = inPlace()
    const alone = await build()
    expect(alone.code).toBe(0)
    expect(await build(thread)).toEqual(alone)
    expect(Object.keys((await made())!).length).toBeGreaterThan(5)
    const unit = { content: join(folder, 'unit'), articles: join(folder, 'articles') }
    expect(asked).toEqual([{ ...unit, dataOnly: false, followLinks: false }])
    expect(ended()).toBe(1)
  })

  test.each([
    ['a figure that no passage has', wrongFigure],
    ['a field that is none', ['unit/facts/unit.json', unknownField]],
  ] as [string, Parameters<Awaited<ReturnType<typeof largeUnit>>['edit']>][])(
    '%s is said as by one thread, and nothing of the unit is put in place',
    async (_, spoil) => {
      const { edit, build, made } = await largeUnit()
      for (const thread of [undefined, inPlace().thread]) expect((await build(thread)).code).toBe(0)
      const before = await made()
      await edit(...spoil)
      const alone = await build()
      expect(alone.code).toBe(1)
      expect(await build(inPlace().thread)).toEqual(alone)
      expect(await made()).toEqual(before)
    },
  )

  test('warnings are said once, and are errors where the unit is strict', async () => {
    const { edit, build } = await largeUnit()
    await edit('unit/facts/cost.json', (text) => text.replace('statement": "The', 'statement": "Today the'))
    for (const strict of [false, true]) {
      if (strict) await edit('unit/facts/unit.json', (text) => text.replace('{', '{ "strict": true,'))
      const alone = await build()
      expect(alone.err.join('\n')).toMatch(strict ? /: error: / : /: warning: /)
      expect(await build(inPlace().thread)).toEqual(alone)
    }
  })

  test.each([
    ['ends without an answer', async () => Promise.reject(new Error('out of memory'))],
    [
      'read other texts',
      async (unit: Asked) => ({ ...(await judgeUnit(unit)), texts: 'of a moment before' }),
    ],
  ])('a thread that %s leaves all to the other', async (_, answer) => {
    const { edit, build, made } = await largeUnit()
    const { thread, ended } = inPlace(answer)
    expect(await build(thread)).toEqual(await build())
    const before = await made()
    await edit(...wrongFigure)
    expect(await build(thread)).toEqual(await build())
    expect(await made()).toEqual(before)
    expect(ended()).toBe(2)
  })

  test('the thread of a checkout answers as the same process does', async () => {
    const { folder, edit } = await largeUnit()
    await edit(...wrongFigure)
    const unit = { content: join(folder, 'unit'), articles: join(folder, 'articles') }
    const program = pathToFileURL(join(packageRoot, 'program/')).href
    const { threadsOf } = (await import(`${program}threads.mjs`)) as {
      threadsOf: (entry: string) => NonNullable<Io['thread']>
    }
    const { answer, end } = threadsOf(`${program}from-sources.mjs`)(unit)
    try {
      const { found, texts } = await answer
      expect(found.map(({ rule }) => rule)).toContain('fact/figure-in-evidence')
      expect({ found, texts }).toEqual(await judgeUnit(unit))
    } finally {
      await end()
    }
  })
})
