import { resolve } from 'node:path'
import type { Options } from '../diagnostics/options.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { loadContent } from './load-content.ts'
import { refuseContent } from './make-unit.ts'
import { articlesOption, unitOptions } from './options.ts'
import { progress } from './progress.ts'
import { count, countFiles, noteOfPassages, report, tellFailures } from './report.ts'
import { mergeShards } from './shards/merge-shards.ts'
import { readShards } from './shards/read-shards.ts'
import { mostShards } from './shards/shard.ts'

const options = { ...unitOptions, ...articlesOption } satisfies Options

/**
 * `factdeck merge DIR...`: puts together what `build --shard` made on several machines. What comes out is
 * what one build makes, byte by byte.
 */
export const merge = command({
  name: 'merge',
  does: 'put the shards of a build together',
  words: { placeholder: 'DIR...', noun: 'folder', least: 1, most: mostShards },
  options,
  exits: ['fine', 'content', 'missing'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const root = resolve(io.cwd, args.content)
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  const out = resolve(io.cwd, args.out)
  const shown = progress(io)
  try {
    const folders = args.words.map((name) => ({ name, folder: resolve(io.cwd, name) }))
    await refuseContent(
      out,
      root,
      articles,
      folders.map(({ folder }) => folder),
    )
    const shards = await readShards(folders)
    const loaded = await loadContent(root, articles, args)
    const { content, diagnostics, failures, unmade, written } = await mergeShards(shards, loaded, {
      out,
      env: io.env,
      articles,
      around: (output, emit) => shown.step(output.name, emit, countFiles),
      writing: (write) => shown.step('writing', write, () => args.out),
    })
    report(diagnostics, io)
    if (!content) return exit.content
    if (failures.length > 0) return tellFailures(failures, io)
    if (unmade.length > 0)
      io.err(
        `note: no ${unmade.map(({ makes }) => makes).join(' and ')} were made: no shard had a browser for them`,
      )
    if (shards[0]?.record.showPassages) noteOfPassages(args.out, io)
    const start = written.find(({ kind }) => kind?.start === true)
    io.out(
      `${[args.out, ...(start ? [start.path] : [])].join('/')}: ${count(written.length, 'file')} of ${count(shards.length, 'shard')}`,
    )
    return exit.fine
  } catch (thrown) {
    return tellFailures([thrown], io)
  }
}
