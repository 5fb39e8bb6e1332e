import { resolve } from 'node:path'
import type { Options } from '../diagnostics/options.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { ModelFailed } from '../drafts/model/model.ts'
import { askForOpinion, opinionFrom } from '../drafts/model/wording-from-model.ts'
import type { FactId } from '../facts/ids.ts'
import { passagesOf } from '../facts/evidence/passages.ts'
import { articleTexts, neededArticles } from './articles.ts'
import { command, type Given } from './command.ts'
import { factsOfUnit } from './facts-of-unit.ts'
import { exit, type Io } from './io.ts'
import { openModel } from './model/open-model.ts'
import { neededArticlesOption, unitOptions } from './options.ts'
import { count } from './report.ts'
import { UsageError } from './usage-error.ts'

const options = {
  ...unitOptions,
  ...neededArticlesOption,
} satisfies Options

/**
 * `factdeck judge --articles DIR [FACT...]`: what a language model thinks of statements and their passages, a
 * third opinion beside the rules and a second reader. Nothing is written, and nothing follows from it.
 */
export const judge = command({
  name: 'judge',
  does: 'ask a language model what it thinks of statements and their passages; it proves nothing',
  words: { placeholder: '[FACT...]', noun: 'fact', most: Infinity },
  options,
  exits: ['fine', 'content', 'missing'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const articles = neededArticles(args.articles, 'judge', ': the passages stand there')
  const model = openModel(io.env)
  if (!model)
    throw new UsageError(
      'Unexpected judge without a model, expected FACTDECK_MODEL_URL (for example http://localhost:11434/v1) and FACTDECK_MODEL_NAME; docs/studio.md says what is sent there',
    )
  const unit = await factsOfUnit(args, io)
  if (!unit) return exit.content
  const { base } = unit
  const ids = [...base.facts.keys()] as string[]
  const unknown = args.words.find((word) => !ids.includes(word))
  if (unknown !== undefined)
    throw new UsageError(
      `Unexpected fact "${unknown}", expected an id of the fact base${suggest(unknown, ids)}`,
    )
  const { texts } = await articleTexts(base, resolve(io.cwd, articles))
  const wanted = args.words.length > 0 ? args.words : ids
  io.err(
    `${model.name} at ${model.host} is sent ${count(wanted.length, 'statement')} with the passages of each.`,
  )
  const counts = { supported: 0, partly: 0, unsupported: 0 }
  for (const id of wanted) {
    const { value: fact } = base.facts.get(id as FactId)!
    const passages = passagesOf(fact, texts)
    if (passages.includes('')) {
      io.out(`${id}: not asked, since a passage cannot be read; factdeck check --articles says why`)
      continue
    }
    try {
      const { opinion, why } = opinionFrom(await model.ask(askForOpinion(fact.statement, passages)), model)
      counts[opinion]++
      io.out(`${id}: ${model.name} thinks it ${thinks[opinion]}: ${why}`)
    } catch (thrown) {
      if (!(thrown instanceof ModelFailed)) throw thrown
      io.err(`factdeck: error: ${thrown.message} [model/answer]`)
      return exit.missing
    }
  }
  io.out(
    `An opinion of ${model.name}, not a proof: ${counts.supported} supported, ${counts.partly} in part, ${counts.unsupported} not. Only factdeck check --articles and a second reader (factdeck review) count.`,
  )
  return exit.fine
}

const thinks = {
  supported: 'supported',
  partly: 'supported in part',
  unsupported: 'not supported',
} as const
