// Every question arrives whole in every export, or the export says what it does not hold: read back by
// readers that are not ours.

import { beforeAll, describe, expect, test, vi } from 'vitest'
import { exportNames } from '../../contract/export-names.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { exportedQuestions } from '../../scripts/outputs/exports/exported-question.ts'
import { exports } from '../../scripts/outputs/exports/table.ts'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { madeBy } from '../made-by.ts'
import { everyForm, everyKind, fixture, hostileUnit, ourUnit } from './contents.ts'
import { losses } from './losses.ts'
import { readers } from './readers/index.ts'

vi.mock(import('../../question-types/types.ts'), async (original) =>
  (await import('./described-types.ts')).withDescribed(await original()),
)

const contents: Record<string, Content> = {}
beforeAll(async () => {
  Object.assign(contents, {
    ours: await ourUnit(),
    hostile: await hostileUnit(),
    forms: everyForm(),
    kinds: await everyKind(),
    german: await fixture('german-unit'),
    ukrainian: await fixture('ukrainian-unit'),
    arabic: await fixture('harbour-unit-ar'),
  })
})

test('the table has every name of the contract', () => {
  expect(exports.map(({ name }) => name)).toEqual(exportNames)
  expect(contents['ours']!.banks.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(92)
  expect(contents['hostile']!.banks[0]!.questions.length).toBeGreaterThan(60)
})

describe.each(exports.filter(({ name }) => readers[name]))('$name', (target) => {
  test.each(['ours', 'hostile', 'forms', 'kinds', 'german', 'ukrainian', 'arabic'])(
    'holds the questions of %s as it declares',
    async (which) => {
      const content = contents[which]!
      const files = await madeBy([target], content, openDryRender())
      const read = new Map((await readers[target.name]!(files)).map((each) => [each.id ?? each.stem, each]))
      const left = new Set(target.leftOut(content).map(({ uid }) => uid))
      const kept = content.banks.flatMap(exportedQuestions).filter(({ uid }) => !left.has(uid))
      expect(read.size).toBe(kept.length)
      expect(
        kept.flatMap((question) =>
          losses(question, read.get(question.uid) ?? read.get(question.described.prompt), target.holds),
        ),
      ).toEqual([])
    },
  )

  test('says what it does not hold', () => {
    const said = target.limits!(contents['forms'] as never, contents['forms'] as never)
    expect(said.map(({ message }) => message)).toMatchSnapshot()
  })
})

test.each(exports)(
  '$name makes the same bytes of the same content, whatever the clock says',
  async (target) => {
    const made = (content: Content) => madeBy([target], content, openDryRender())
    const one = await made(contents['kinds']!)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-01T12:34:56Z') })
    const other = await made(structuredClone(contents['kinds']!)).finally(() => vi.useRealTimers())
    expect(one.length).toBeGreaterThan(0)
    expect(one.map(({ path, data }) => [path, sha256(inOnePiece(data))])).toEqual(
      other.map(({ path, data }) => [path, sha256(inOnePiece(data))]),
    )
  },
)
