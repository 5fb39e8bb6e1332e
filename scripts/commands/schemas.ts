import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { Outline } from '../decks/outline-schema.ts'
import { DraftFile } from '../drafts/draft-schema.ts'
import { ActorFile } from '../facts/actor-schema.ts'
import { BackgroundFile } from '../facts/background/background-schema.ts'
import { FactFile } from '../facts/fact-schema.ts'
import { ReviewFile } from '../facts/reviews/review-schema.ts'
import { SourceFile } from '../facts/source-schema.ts'
import { Unit } from '../facts/unit-schema.ts'
import type { Options } from '../diagnostics/options.ts'
import { BankFile } from '../questions/question-schema.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { unitOptions } from './options.ts'
import { count } from './report.ts'

const files = {
  'unit.schema.json': Unit,
  'sources.schema.json': SourceFile,
  'actors.schema.json': ActorFile,
  'facts.schema.json': FactFile,
  'background.schema.json': BackgroundFile,
  'drafts.schema.json': DraftFile,
  'reviews.schema.json': ReviewFile,
  'questions.schema.json': BankFile,
  'outline.schema.json': Outline,
} satisfies Record<string, z.ZodType>

/** The JSON Schemas of all content files by file name, made from the zod definitions. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(files).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
    ]),
  )
}

const options = {
  ...unitOptions,
  verify: { kind: 'flag', does: 'only say whether the files are up to date' },
} satisfies Options

/**
 * `factdeck schemas`: writes `schemas/` below the content root; with --verify only says which files are out
 * of date.
 */
export const schemas = command({
  name: 'schemas',
  does: 'write the JSON Schemas that editors use',
  options,
  exits: ['fine', 'content'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const folder = resolve(io.cwd, args.content, 'schemas')
  /** As the person who called can follow it. */
  const shown = join(args.content, 'schemas')
  const stale: string[] = []
  for (const [name, text] of jsonSchemas()) {
    const path = join(folder, name)
    const old = await readFile(path, 'utf8').catch(() => undefined)
    if (old === text) continue
    stale.push(name)
    if (args.verify) continue
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  if (args.verify) {
    for (const name of stale)
      io.err(
        `${join(shown, name)}:1:1: error: Unexpected schema, expected the one made from the definitions; run factdeck schemas${args.content === '.' ? '' : ` --content ${args.content}`} [schemas/up-to-date]`,
      )
    if (stale.length > 0) return exit.content
  }
  io.out(
    stale.length > 0
      ? `${shown}: ${count(stale.length, 'schema')} written: ${stale.join(', ')}`
      : `${shown}: up to date`,
  )
  return exit.fine
}
