import { expect, test } from 'vitest'
import { queuedRuns } from '../../scripts/commands/queued-runs.ts'

/** Runs that take until `end` is called, and what each of them was told. */
function slowRuns(): { runs: ReturnType<typeof queuedRuns>; told: boolean[]; end: () => void } {
  const told: boolean[] = []
  const ends: (() => void)[] = []
  const runs = queuedRuns((templatesChanged) => {
    told.push(templatesChanged)
    return new Promise((resolve) => void ends.push(resolve))
  })
  return { runs, told, end: () => ends.at(-1)?.() }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('a run that content has asked for sees templates that change before it begins', async () => {
  const { runs, told, end } = slowRuns()
  runs.ask('content')
  runs.ask('templates')
  await turn()
  expect(told).toEqual([true])

  runs.ask('content')
  runs.ask('templates')
  runs.ask('content')
  expect(told).toEqual([true])
  expect(runs.waiting()).toBe(true)
  end()
  await turn()
  expect(told).toEqual([true, true])

  runs.ask('content')
  end()
  await turn()
  expect(told).toEqual([true, true, false])
  expect(runs.waiting()).toBe(false)
  end()
  await runs.idle()
})
