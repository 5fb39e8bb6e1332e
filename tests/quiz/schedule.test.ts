import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { FSRSAlgorithm } from 'ts-fsrs'
import { expect, test } from 'vitest'

const program = new URL('../../scripts/render/less-of-fsrs.mjs', import.meta.url).href
const { lessOfFsrs } = (await import(/* @vite-ignore */ program)) as {
  lessOfFsrs: { transform(code: string, id: string): { code: string } | null }
}
const file = createRequire(import.meta.url)
  .resolve('ts-fsrs')
  .replace(/\.cjs$/, '.mjs')
const kept = lessOfFsrs.transform(readFileSync(file, 'utf8'), file)!.code

test('what a page carries of FSRS schedules as all of it does', async () => {
  const carried: { FSRSAlgorithm: typeof FSRSAlgorithm } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(kept)}`
  )
  const options = { enable_fuzz: false, enable_short_term: false, maximum_interval: 365 }
  const [whole, part] = [new FSRSAlgorithm(options), new carried.FSRSAlgorithm(options)]
  const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(answers, (given) => {
      const [one, other] = [whole, part].map((algorithm) => {
        let memory: ReturnType<FSRSAlgorithm['next_state']> | null = null
        return given.map(([grade, elapsed]) => {
          memory = algorithm.next_state(memory, memory ? elapsed : 0, grade)
          return [memory, algorithm.next_interval(memory.stability, elapsed)]
        })
      })
      expect(other).toEqual(one)
    }),
  )
})

test('less of FSRS is less, and a version that looks otherwise is noticed', () => {
  expect(kept).not.toMatch(/Date\.prototype|apply_fuzz|params_handler_proxy/)
  expect(() => lessOfFsrs.transform('export class FSRSAlgorithm {}', file)).toThrow('look at its new version')
})

test('less of Vue is less, and a version that looks otherwise is noticed', async () => {
  const { lessOfVue } = (await import(/* @vite-ignore */ program.replace('less-of-fsrs', 'less-of-vue'))) as {
    lessOfVue: typeof lessOfFsrs
  }
  const core = new URL(
    '../../node_modules/@vue/runtime-core/dist/runtime-core.esm-bundler.js',
    import.meta.url,
  )
  const less = lessOfVue.transform(readFileSync(core, 'utf8'), core.pathname)!.code
  expect(less).not.toContain('looseEqual(nextProp')
  expect(() => lessOfVue.transform('export {}', core.pathname)).toThrow('look at its new version')
})
