import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { faultText } from '../../scripts/commands/explain.ts'
import { helpText } from '../../scripts/commands/help.ts'
import { commands } from '../../scripts/commands/table.ts'
import { outputs } from '../../scripts/outputs/table.ts'
import { bridgeCopy, emptyFolder } from './bridge.ts'
import { call } from './call.ts'

const program = fileURLToPath(new URL('../../bin/factdeck.mjs', import.meta.url))

test('help is asked for in three ways; no command at all is wrong usage', async () => {
  const help = await call(['--help'], '/')
  expect(help).toEqual({ code: 0, out: helpText(commands).split('\n'), err: [] })
  expect(await call(['help'], '/')).toEqual(help)
  expect(await call([], '/')).toEqual({ ...help, code: 2 })
  const ofPin = await call(['pin', '-h'], '/')
  expect(ofPin).toEqual({ code: 0, out: expect.arrayContaining(['factdeck pin [QUOTE] [options]']), err: [] })
  expect(await call(['help', 'pin'], '/')).toEqual(ofPin)
})

test('the version is the one of package.json', async () => {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  expect(await call(['--version'], '/')).toEqual({ code: 0, out: [version], err: [] })
})

test('a call that cannot be understood says what was expected and ends with 2', async () => {
  const unit = await bridgeCopy()
  const calls = [
    ['biuld'],
    ['check', '--contnet', 'unit'],
    ['build', '--paper', 'a5'],
    ['build', '--only', 'decks,quizes'],
    ['dev', '--port', 'high'],
    ['check', '--content'],
    ['check', 'unit'],
    ['check', '--content', 'unit', '--articles', 'nowhere'],
    ['check', '--content', 'nowhere'],
    ['schemas', '--content', 'articles/bridge.txt'],
    ['check', '--content', 'unit', '--paper', 'letter'],
    ['pdf', '--no-pdf'],
    ['build', '--out', ''],
    ['present', 'bridge', 'boat'],
    ['build', '--out', '--no-pdf'],
    ['pin', 'a passage'],
    ['pin', '--articles', 'articles'],
    ['pin', '--articles', 'articles', '--content', 'unit', '--source', 'bridge-openin', 'crossed'],
    ['pin', '--articles', 'articles', '--content', 'unit', '--fact', 'mayor-costs', 'crossed'],
    ['constructor'],
    ['help', 'presnt'],
  ]
  const said = []
  for (const argv of calls) {
    const { code, out, err } = await call(argv, unit.folder)
    expect({ argv, code, out }).toEqual({ argv, code: 2, out: [] })
    expect(err.slice(1)).toEqual(['factdeck --help lists the commands and options'])
    said.push(err[0]?.replaceAll(unit.folder, ''))
  }
  // What the tables hold is not the matter here.
  const names = commands.map(({ name }) => name).join(', ')
  const text = said
    .join('\n')
    .replaceAll(names, 'COMMANDS')
    .replaceAll(/expected one of --content(?:, --[a-z-]+)*/g, 'expected one of OPTIONS')
    .replace(outputs.map(({ name }) => name).join(', '), 'OUTPUTS')
  expect(text).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected command "biuld", expected one of COMMANDS; did you mean "build"?
    factdeck: error: Unexpected option "--contnet", expected one of OPTIONS; did you mean "--content"?
    factdeck: error: Unexpected paper "a5", expected a4 or letter
    factdeck: error: Unexpected output "quizes", expected some of OUTPUTS; did you mean "quizzes"?
    factdeck: error: Unexpected port "high", expected a number from 0 to 65535
    factdeck: error: Unexpected --content without a value, expected one after it
    factdeck: error: Unexpected word "unit" after check, expected options only, for example --content unit
    factdeck: error: Unexpected --articles "/nowhere", expected the folder that holds the article texts
    factdeck: error: Unexpected --content "nowhere", expected the folder that holds facts/, questions/ and slides/
    factdeck: error: Unexpected --content "articles/bridge.txt", expected the folder that holds facts/, questions/ and slides/
    factdeck: error: Unexpected option "--paper" for check, expected one of OPTIONS
    factdeck: error: Unexpected option "--no-pdf" for pdf, expected one of OPTIONS
    factdeck: error: Unexpected empty --out, expected a value
    factdeck: error: Unexpected word "boat" after the deck "bridge", expected one deck
    factdeck: error: Unexpected --out without a value, expected one after it
    factdeck: error: Unexpected pin without --articles DIR, expected the folder with the article texts
    factdeck: error: Unexpected empty quotation, expected the passage as words of the call or on standard input
    factdeck: error: Unexpected source "bridge-openin", expected an id of facts/sources.json; did you mean "bridge-opening"?
    factdeck: error: Unexpected fact "mayor-costs", expected an id of the fact base; did you mean "mayor-cost"?
    factdeck: error: Unexpected command "constructor", expected one of COMMANDS
    factdeck: error: Unexpected command "presnt", expected one of COMMANDS; did you mean "present"?"
  `)
})

test('a fault of our own is said to be one, with its stack, and ends with 1', async () => {
  const { code, err } = await call(['pin', '--articles', 'x'], await emptyFolder(), {
    input: () => Promise.reject(new TypeError('the tide is out')),
  })
  expect(code).toBe(1)
  expect(err.slice(0, 2)).toEqual([
    'factdeck: error: This is a fault of factdeck, not of your content; please report it with the lines below',
    'TypeError: the tide is out',
  ])
  expect(err[2]).toMatch(/^ +at .*usage\.test\.ts/)
  expect(faultText('no error at all')).toMatch(/\nno error at all$/)
})

test('as a program, from any folder: results on stdout, errors on stderr, the exit code', async () => {
  const { folder } = await bridgeCopy()
  const run = async (...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
    try {
      const done = await promisify(execFile)(process.execPath, [program, ...argv], { cwd: folder })
      return { code: 0, ...done }
    } catch (thrown) {
      const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string }
      return { code, stdout, stderr }
    }
  }
  const sound = await run('check', '--content', 'unit', '--articles', 'articles')
  expect(sound).toMatchObject({ code: 0, stderr: '' })
  expect(sound.stdout).toMatch(/is for a second reader to say\.\n$/)
  expect(await run('check', '--content', 'articles')).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "facts:1:1: error: Unexpected content folder without facts, expected facts/sources.json and at least one topic file [source/content]
      note: give the folder that holds facts/, questions/ and slides/ with --content DIR
    1 error
    ",
      "stdout": "",
    }
  `)
  expect(await run('chekc')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('did you mean "check"?'),
  })
})

test('what would steer a terminal stands as its code in whatever a command says', async () => {
  const folder = await emptyFolder()
  const odd = 'a\u001B[31m\u0007\u009B2Jb'
  await mkdir(join(folder, odd))
  const said = []
  for (const argv of [
    ['build', '--content', odd],
    ['check', '--content', `${odd}-none`],
    ['merge', odd, `${odd}-none`],
    ['build', '--content', odd, '--out', odd, '--paper', odd],
    [odd],
  ]) {
    const { out, err } = await call(argv, folder)
    said.push(...out, ...err)
  }
  // eslint-disable-next-line no-control-regex
  expect(said.filter((line) => /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/.test(line))).toEqual([])
  expect(said.filter((line) => line.includes('a\\u001b[31m\\u0007\\u009b2Jb')).length).toBeGreaterThan(4)
})
