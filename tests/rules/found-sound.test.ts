// What was found sound is not looked at again, and what is said is what a look at everything says.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { judgeUnit } from '../../scripts/commands/judging.ts'
import { loadAhead, loadContent, type Loaded } from '../../scripts/commands/load-content.ts'
import { openSoundMemory } from '../../scripts/commands/remembered-sound.ts'
import type { Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { checkShownTexts, type ShownTexts } from '../../scripts/facts/shown-texts.ts'
import { nameIndexOf } from '../../scripts/facts/evidence/name-index.ts'
import type { HeardMap } from '../../scripts/facts/heard-map.ts'
import { lookBeside, type Sound } from '../../scripts/facts/found-sound.ts'
import type { FactBase } from '../../scripts/facts/fact-base.ts'
import type { FactId } from '../../scripts/facts/ids.ts'
import { packageRoot } from '../trust/content-folder.ts'
import { baseOf as loadBase, fact } from './content.ts'

const folders: string[] = []

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

function baseOf(statements: Record<string, string>): FactBase {
  return loadBase(Object.entries(statements).map(([id, statement]) => fact(id, { statement })))
}

/** Whether each of two looks was made, at these statements and then at those. */
function twice(
  before: Record<string, string>,
  after: Record<string, string>,
  look: (base: FactBase) => Diagnostic[],
  of = ['it', 'it'],
): [first: boolean, second: boolean] {
  const sound: Sound = {}
  const looked = [before, after].map((statements, index) => {
    const base = baseOf(statements)
    let done = false
    lookBeside(
      sound,
      sound,
      base,
    )(of[index]!, () => {
      done = true
      return look(base)
    })
    return done
  })
  return [looked[0]!, looked[1]!]
}

describe('a look', () => {
  const [one, other] = ['one', 'other'] as FactId[]
  const trouble = { rule: 'some/rule', severity: 'warning' } as Diagnostic

  const asksOne = (base: FactBase): Diagnostic[] => {
    base.facts.get(one!)
    base.facts.has(other!)
    return []
  }

  test.each([
    ['the same', { one: 'a', other: 'b' }, { one: 'a', other: 'b' }, false],
    ['a fact that nobody asked for', { one: 'a', third: 'b' }, { one: 'a', third: 'c' }, false],
    ['a fact that was asked for', { one: 'a', other: 'b' }, { one: 'c', other: 'b' }, true],
    ['one that there was not', { one: 'a' }, { one: 'a', other: 'b' }, true],
    ['one that there is no more', { one: 'a', other: 'b' }, { one: 'a' }, true],
  ])('at %s', (_, before, after, again) => {
    expect(twice(before, after, asksOne)).toEqual([true, again])
  })

  test.each<[string, (base: FactBase) => unknown]>([
    ['values', ({ facts }) => [...facts.values()]],
    ['entries', ({ facts }) => [...facts]],
    ['keys', ({ facts }) => [...facts.keys()]],
    ['each', ({ facts }) => facts.forEach(() => {})],
    ['how many', ({ facts }) => facts.size],
  ])('at all facts, by their %s', (_, ask) => {
    const look = (base: FactBase): Diagnostic[] => {
      ask(base)
      return []
    }
    expect(twice({ one: 'a', third: 'b' }, { one: 'a', third: 'b' }, look)).toEqual([true, false])
    expect(twice({ one: 'a', third: 'b' }, { one: 'a', third: 'c' }, look)).toEqual([true, true])
    expect(twice({ one: 'a' }, { one: 'a', third: 'b' }, look)).toEqual([true, true])
  })

  test('at what was not sound, and at something else', () => {
    const same = { one: 'a' }
    expect(twice(same, same, () => [trouble])).toEqual([true, true])
    expect(twice(same, same, () => [], ['it', 'that'])).toEqual([true, true])
  })
})

test('what one text made known of all facts, the next one rests on as well', () => {
  const sound: Sound = {}
  const look = (statement: string): number => {
    const base = loadBase([fact('one'), fact('third', { statement })])
    const naming = (kind: string): ShownTexts => ({
      // A reason may name whom any fact names.
      texts: [
        {
          kind,
          text: 'The cranes came from Iceland.',
          at: [...base.facts.values()][0]!.place,
          of: 'it',
          facts: ['one' as FactId],
          anyName: true,
        },
      ],
      excuses: [],
      excuseAt: () => ({ file: '', line: 1, column: 1 }),
    })
    return checkShownTexts(
      [naming('hint'), naming('reason')],
      base,
      undefined,
      lookBeside(sound, sound, base),
    ).length
  }
  expect(look('Cranes came from Iceland.')).toBe(0)
  expect(look('Cranes came.')).toBe(2)
})

/** A unit that a test may change, with its articles and a cache of its own. */
async function openUnit(from: string, articles: string) {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-sound-'))
  folders.push(folder)
  const content = join(folder, 'unit')
  await cp(join(packageRoot, from), content, { recursive: true })
  const files = (await readdir(content, { recursive: true })).filter((name) => name.endsWith('.json'))
  const io = { env: { FACTDECK_CACHE: join(folder, 'cache') } }
  const texts = join(packageRoot, articles)
  return {
    files,
    read: (name: string) => readFile(join(content, name), 'utf8'),
    write: (name: string, text: string) => writeFile(join(content, name), text),
    /** Everything is looked at. */
    whole: async (withArticles: boolean) =>
      said(await loadContent(content, withArticles ? texts : undefined)),
    /** As a command does it that has the unit judged beside it. */
    ahead: async (withArticles: boolean) => {
      const asked = { content, articles: withArticles ? texts : undefined }
      const { judged } = await loadAhead(content, {}, async (read) => {
        const answer = await judgeUnit(asked)
        expect(answer.texts).toBe(read)
        return answer.found
      })
      return said(await judged)
    },
    /** As a command does it that comes after others. */
    again: async (withArticles: boolean) => {
      const sound = await openSoundMemory(content, withArticles ? texts : undefined, io, 'a program')
      const loaded = await loadContent(content, withArticles ? texts : undefined, { sound })
      await sound.keep()
      return said(loaded)
    },
  }
}

function said({ diagnostics, content }: Loaded): unknown {
  return { diagnostics, sound: content !== undefined }
}

/** What each look of a unit looks up, `*` for all facts; `alone` is the only one that is made, by its number. */
async function lookedUp(from: string, articles: string, alone?: number): Promise<Set<string>[]> {
  const all: Set<string>[] = []
  await loadContent(join(packageRoot, from), join(packageRoot, articles), {
    sound: {
      beside: (base) => {
        nameIndexOf(base)
        const facts = base.facts as HeardMap<FactId, unknown>
        return (_, look) => {
          const asked = new Set<string>()
          all.push(asked)
          if (alone !== undefined && all.length - 1 !== alone) return []
          return facts.hear({ asked: (id) => asked.add(id), askedAll: () => asked.add('*') }, look)
        }
      },
      keep: async () => {},
    },
  })
  return all
}

test.each([
  ['starter', 'starter/articles'],
  ['tests/fixtures/lake-unit', 'tests/fixtures/articles'],
  ['tests/fixtures/german-unit', 'tests/fixtures/german-unit/articles'],
])('no look at %s rests on what another one looked up', async (from, articles) => {
  const together = await lookedUp(from, articles)
  for (const [index, asked] of together.entries()) {
    const alone = (await lookedUp(from, articles, index))[index]!
    if (!asked.has('*')) expect([...alone].filter((id) => !asked.has(id))).toEqual([])
  }
  expect(together.some((asked) => asked.size > 0)).toBe(true)
})

test('a second command looks at nothing that is as it was, and another program at everything', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-sound-'))
  folders.push(folder)
  const [root, articles] = ['starter', 'starter/articles'].map((each) => join(packageRoot, each))
  const looks = async (program: string): Promise<number> => {
    const memory = await openSoundMemory(root!, articles, { env: { FACTDECK_CACHE: folder } }, program)
    let made = 0
    const beside: typeof memory.beside = (base) => {
      const lookAt = memory.beside(base)
      return (of, look) =>
        lookAt(of, () => {
          made++
          return look()
        })
    }
    await loadContent(root!, articles, { sound: { ...memory, beside } })
    await memory.keep()
    return made
  }
  const first = await looks('a program')
  expect(first).toBeGreaterThan(5)
  expect(await looks('a program')).toBe(0)
  expect(await looks('another program')).toBe(first)
})

/** Paths of all texts and numbers in a value. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string' || typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

interface Edit {
  file: number
  leaf: number
  from: number
  how: 'take' | 'drop' | 'digit' | 'remove' | 'back'
}

/** The text of a file after something small was changed in it, as an author does or does not mean it. */
function edited(text: string, { leaf, from, how }: Edit): string {
  const value = JSON.parse(text) as Record<string, unknown>
  const all = leaves(value)
  const at = (path: readonly (string | number)[]): Record<string | number, unknown> =>
    path
      .slice(0, -1)
      .reduce<Record<string | number, unknown>>((inner, key) => inner[key] as Record<string, unknown>, value)
  const path = all[leaf % all.length]!
  const other = all[from % all.length]!
  const holder = at(path)
  const key = path.at(-1)!
  const old = holder[key]
  if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  } else if (how === 'take') holder[key] = at(other)[other.at(-1)!]
  else if (typeof old === 'number') holder[key] = old + 1
  else if (how === 'drop') holder[key] = String(old).split(' ').slice(0, -1).join(' ') || old
  else
    holder[key] = /\d/.test(String(old))
      ? String(old).replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
      : `${String(old)} 7`
  return `${JSON.stringify(value, null, 2)}\n`
}

const edit = fc.record<Edit>({
  file: fc.nat(1000),
  leaf: fc.nat(100_000),
  from: fc.nat(100_000),
  how: fc.constantFrom('take', 'drop', 'digit', 'remove', 'back'),
})

test.each([
  ['starter', 'starter/articles'],
  ['tests/fixtures/lake-unit', 'tests/fixtures/articles'],
  ['tests/fixtures/pump-unit', 'tests/fixtures/articles'],
  ['tests/fixtures/violin-unit', 'tests/fixtures/articles'],
  ['tests/fixtures/german-unit', 'tests/fixtures/german-unit/articles'],
  ['tests/fixtures/ukrainian-unit', 'tests/fixtures/ukrainian-unit/articles'],
])('whatever is changed in %s, what is said is what a look at everything says', async (from, articles) => {
  const unit = await openUnit(from, articles)
  const first = new Map(
    await Promise.all(unit.files.map(async (name) => [name, await unit.read(name)] as const)),
  )
  const differing: unknown[] = []
  const sound = fc.asyncProperty(
    fc.array(edit, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    async (edits, withArticles) => {
      for (const [name, text] of first) await unit.write(name, text)
      await unit.again(withArticles)
      for (const each of edits) {
        const name = unit.files[each.file % unit.files.length]!
        const text = each.how === 'back' ? first.get(name)! : edited(await unit.read(name), each)
        await unit.write(name, text)
        const whole = await unit.whole(withArticles)
        expect(await unit.again(withArticles)).toEqual(whole)
        expect(await unit.ahead(withArticles)).toEqual(whole)
        if ((whole as { diagnostics: unknown[] }).diagnostics.length > 0) differing.push(whole)
      }
    },
  )
  // Some edits say nothing wrong: of a small unit many do.
  for (let turn = 0; turn < 8 && differing.length <= 8; turn++) await fc.assert(sound, { numRuns: 15 })
  // Otherwise nothing would have been at stake.
  expect(differing.length).toBeGreaterThan(8)
})
