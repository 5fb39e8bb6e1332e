import { expect, test } from 'vitest'
import type { Io } from '../../scripts/commands/io.ts'
import { report } from '../../scripts/commands/report.ts'
import { error, formatDiagnostic, warning } from '../../scripts/diagnostics/diagnostic.ts'
import { FactFile } from '../../scripts/facts/fact-schema.ts'
import { unfitForFile } from '../../scripts/facts/ids.ts'
import { parseJson } from '../../scripts/source/json-document.ts'
import { validate } from '../../scripts/source/validate.ts'

test('what would steer a terminal stands in a message as its code', () => {
  const at = { file: 'facts/a\u001B[31m\u0007\r\n.json', line: 1, column: 1 }
  expect(
    formatDiagnostic(error(at, 'source/json', 'Unexpected "\u009B2J\u202E", expected JSON', 'see\nhere')),
  ).toMatchInlineSnapshot(`
    "facts/a\\u001b[31m\\u0007\\u000d\\u000a.json:1:1: error: Unexpected "\\u009b2J\\u202e", expected JSON [source/json]
      note: see\\u000ahere"
  `)
})

test('a name that Windows keeps for a device is no name of a file', () => {
  expect(
    ['con', 'nul', 'com1', 'lpt9', 'aux', 'prn'].filter((name) => unfitForFile(name) === undefined),
  ).toEqual([])
  expect(
    ['cone', 'com', 'com10', 'nul-set', 'console'].filter((name) => unfitForFile(name) !== undefined),
  ).toEqual([])
  expect(unfitForFile('Salt')).toBe('lower-case words joined by hyphens')
})

test('of very many faults the first are said and the rest are counted', async () => {
  const facts = Array.from({ length: 3000 }, (_, index) => ({ id: `No ${index}`, status: 'nope' }))
  const { value } = parseJson('facts/many.json', JSON.stringify({ topic: 'many', title: 'Many', facts }))
  const { diagnostics } = validate(FactFile, value!)
  expect(diagnostics.length).toBeLessThan(1000)
  expect(diagnostics.at(-1)?.message).toMatch(
    /^Unexpected \d{4,} more values of the wrong shape from here on/,
  )

  const said: string[] = []
  const many = [
    ...Array.from({ length: 150 }, (_, line) => warning({ file: 'a', line, column: 1 }, 'fact/used', 'w')),
    ...Array.from({ length: 60 }, (_, line) => error({ file: 'b', line, column: 1 }, 'fact/files', 'e')),
  ]
  report(many, { err: (text: string) => void said.push(text) } as Io)
  expect(said.filter((line) => line.includes('error:'))).toHaveLength(60)
  expect(said.filter((line) => line.includes('warning:'))).toHaveLength(40)
  expect(said.at(-1)).toBe('60 errors, 150 warnings; 110 of them not shown: mend these first')
})

test('what several words of a statement ask to be done is said once', () => {
  const said: string[] = []
  const io = { err: (text: string) => void said.push(text) } as Io
  const at = { file: 'facts/a.json', line: 3, column: 5 }
  report(
    [
      warning(at, 'fact/word', 'Unexpected word "one"', 'say it otherwise'),
      warning(at, 'fact/word', 'Unexpected word "two"', 'say it otherwise'),
      warning(at, 'fact/word', 'Unexpected word "three"', 'leave it out'),
      warning({ ...at, line: 4 }, 'fact/word', 'Unexpected word "four"', 'leave it out'),
    ],
    io,
  )
  expect(said.join('\n')).toBe(
    [
      'facts/a.json:3:5: warning: Unexpected word "one" [fact/word]',
      'facts/a.json:3:5: warning: Unexpected word "two" [fact/word]',
      '  note: say it otherwise',
      'facts/a.json:3:5: warning: Unexpected word "three" [fact/word]',
      '  note: leave it out',
      'facts/a.json:4:5: warning: Unexpected word "four" [fact/word]',
      '  note: leave it out',
      '4 warnings',
    ].join('\n'),
  )
})
