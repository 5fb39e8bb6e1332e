import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { emptyFolder } from './bridge.ts'
import { call } from './call.ts'

const docs = fileURLToPath(new URL('../../docs', import.meta.url))
const fixture = fileURLToPath(new URL('../fixtures/bridge-unit', import.meta.url))

test('the authoring guide, followed to the letter, leads to the unit that the other tests use', async () => {
  const guide = await readFile(join(docs, 'authoring.md'), 'utf8')
  const folder = await emptyFolder()
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  const article = /```\n(The new harbour bridge[\s\S]*?)```/.exec(guide)?.[1] ?? ''
  await write('articles/bridge.txt', article)
  // A heading or a line in bold names the file, the next block of JSON is its text.
  const files = new Map<string, string>()
  for (const [, file = '', text = ''] of guide.matchAll(
    /^(?:## .*|\*\*.*)`((?:facts|questions|slides)\/\S+\.json)`.*\n[^]*?^```json\n([^]*?)^```/gm,
  ))
    files.set(file, text)
  expect([...files.keys()]).toEqual([
    'facts/sources.json',
    'facts/actors.json',
    'facts/cost.json',
    'facts/background.json',
    'facts/unit.json',
    'questions/cost.json',
    'slides/bridge.json',
  ])
  for (const [file, text] of files) await write(`my-unit/${file}`, text)

  const check = () => call(['check', '--content', 'my-unit', '--articles', 'articles'], folder)
  const fix = ['check', '--content', 'my-unit', '--articles', 'articles', '--fix']
  expect((await call(fix, folder)).out).toContain(
    'facts/sources.json: fixed: the digest of bridge.txt is recorded',
  )
  const pins = [...guide.matchAll(/npm run -s pin -- (.*) \\\n {2}"(.*)"/g)]
  expect(pins).toHaveLength(2)
  for (const [, options = '', quote = ''] of pins)
    expect(await call(['pin', ...options.split(' '), quote], folder)).toMatchObject({ code: 0, err: [] })
  expect(await check()).toMatchObject({ code: 0, err: [] })

  // Background may be left out, as in the unit of the other tests.
  files.delete('facts/background.json')
  for (const file of files.keys()) {
    const made: unknown = JSON.parse(await readFile(join(folder, 'my-unit', file), 'utf8'))
    expect(made).toEqual(JSON.parse(await readFile(join(fixture, file), 'utf8')))
  }
  const [, pinned = ''] = /writes `\{ "source": "bridge-opening", (.*?), "sha256"/.exec(guide) ?? []
  expect(await readFile(join(folder, 'my-unit/facts/cost.json'), 'utf8')).toContain(pinned)
})
