import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { expect, test } from 'vitest'
import { readCall } from '../../scripts/commands/read-call.ts'
import { readShard } from '../../scripts/commands/shards/shard.ts'
import { commands } from '../../scripts/commands/table.ts'
import { emptyFolder } from './bridge.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

const page = readFileSync(new URL('../../docs/many-units.md', import.meta.url), 'utf8')
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!)

interface Workflow {
  on: unknown
  jobs: Record<
    string,
    {
      needs?: string
      strategy?: { matrix: { shard: number[] } }
      steps: { run?: string; uses?: string; with?: Record<string, string> }[]
    }
  >
}

/** Calls of factdeck in lines of a shell; what a matrix fills in is one of its values. */
const callsIn = (lines: string): string[][] =>
  [...lines.matchAll(/(?:^|\bnpx |; do )factdeck ([^#;\n]+)/gm)].map(([, words]) =>
    words!
      .replaceAll('${{ matrix.shard }}', '1')
      .replaceAll(/"?\$unit"?/g, 'my-unit')
      .replaceAll('"', '')
      .trim()
      .split(/\s+/),
  )

test('the workflow of the page parses; its jobs build all shards and merge them by commands that there are', async () => {
  const [yaml = ''] = blocks('yaml')
  const { slides } = parseSync(`---\n${yaml}---\n`, 'workflow.md')
  const { jobs, on } = slides[0]!.frontmatter as unknown as Workflow
  expect(on).toEqual({ push: { branches: ['main'] } })
  expect(Object.keys(jobs)).toEqual(['shard', 'merge'])
  expect(jobs['merge']!.needs).toBe('shard')
  const shards = jobs['shard']!.strategy!.matrix.shard
  expect(shards).toEqual(shards.map((_, n) => n + 1))
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
  expect(runs.join('\n')).toContain(`/${shards.length} --out`)
  // What carries the parts names the same folders.
  const uploads = jobs['shard']!.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))!
  expect(runs.join('\n')).toContain(`--out ${uploads.with!['path']}`)
  const downloads = jobs['merge']!.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact'))!
  expect(runs.join('\n')).toContain(`factdeck merge ${downloads.with!['path']}/*`)

  const cwd = await emptyFolder()
  await mkdir(join(cwd, 'my-unit'))
  const calls = [...callsIn(runs.join('\n')), ...blocks('sh').flatMap(callsIn)]
  expect(calls.map(([name]) => name)).toEqual(['build', 'merge', 'build', 'build', 'merge', 'build'])
  for (const argv of calls) {
    const call = await readCall(argv, commands, { cwd })
    expect(call.kind).toBe('run')
    if (call.kind === 'run' && typeof call.given['shard'] === 'string') readShard(call.given['shard'])
  }
})
