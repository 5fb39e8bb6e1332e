import { resolve } from 'node:path'
import { suggest } from '../diagnostics/suggest.ts'
import type { Options } from '../diagnostics/options.ts'
import { checkFactEvidence } from '../facts/evidence/check-evidence.ts'
import type { WordReason, WordSupport } from '../facts/evidence/word-support.ts'
import { compare, isClose, wording } from '../facts/evidence/words/comparison.ts'
import { passagesOf } from '../facts/evidence/passages.ts'
import { factSupport } from '../facts/reviews/reading-view.ts'
import type { FactId } from '../facts/ids.ts'
import { articleTexts, neededArticles } from './articles.ts'
import { command, type Given } from './command.ts'
import { factsOfUnit } from './facts-of-unit.ts'
import { exit, type Io } from './io.ts'
import { openReader } from './open-reader.ts'
import { neededArticlesOption, unitOptions } from './options.ts'
import { count, report } from './report.ts'
import { UsageError } from './usage-error.ts'

const options = {
  ...unitOptions,
  ...neededArticlesOption,
} satisfies Options

/**
 * `factdeck explain FACT --articles DIR`: prints the statement word by word, with what supports each word and
 * what nothing supports, and what the checks say of the fact beside its evidence.
 */
export const explainFact = command({
  name: 'explain',
  does: 'show a statement word by word with what supports it',
  words: { placeholder: 'FACT', noun: 'fact', least: 1, most: 1 },
  options,
  exits: ['fine', 'content', 'missing'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const articles = neededArticles(args.articles, 'explain', ': what supports a word stands there')
  const unit = await factsOfUnit(args, io)
  if (!unit) return exit.content
  const { base } = unit
  const [id = ''] = args.words
  const entry = base.facts.get(id as FactId)
  if (!entry)
    throw new UsageError(
      `Unexpected fact "${id}", expected an id of the fact base${suggest(id, base.facts.keys())}`,
    )
  const { texts, diagnostics: wrong } = await articleTexts(base, resolve(io.cwd, articles), entry.value)
  if (wrong.length > 0) {
    report(wrong, io)
    return exit.content
  }
  const reader = await openReader(base.unit.language, io.env)
  if (!reader) {
    io.err(
      `note: words of the language "${base.unit.language}" are not compared: there is no reader for it; figures, names and quotations are, by factdeck check`,
    )
    return exit.fine
  }
  const words = factSupport(entry.value, base, texts, reader)
  const passages = passagesOf(entry.value, texts)
  io.out(entry.value.statement)
  io.out('')
  const width = Math.max(...words.map(({ text }) => Array.from(text).length))
  for (const word of words) io.out(`  ${word.text.padEnd(width)}  ${because(word, passages)}`.trimEnd())
  const bare = new Set(words.filter(({ reason }) => reason === 'unsupported').map(({ text }) => text))
  io.out('')
  // A "not" says nothing by itself, and what it does to the rest no single word shows.
  const found = checkFactEvidence(entry, texts, base, reader)
  if (found.length > 0) io.out('What the checks say of it:')
  for (const { severity, message, rule } of found) io.out(`  ${severity}: ${message} [${rule}]`)
  if (found.length > 0) io.out('')
  const comparison = compare(entry.value, passages, base, reader)
  const { asked, there } = wording(comparison)
  if (!isClose(comparison))
    io.out(
      `It is told freely: of the ${count(asked, 'word')} that must have a reason ${there} ${there === 1 ? 'stands' : 'stand'} in the passages. Rules that hold word against word only doubt it.`,
    )
  io.out(
    bare.size === 0
      ? 'Every word is supported. Whether they say the same together is for a reader to judge: factdeck review.'
      : `Nothing supports ${Array.from(bare, (text) => `“${text}”`).join(', ')}.`,
  )
  return exit.fine
}

const reasons: Readonly<Record<Exclude<WordReason, 'passage' | 'near'>, string>> = {
  recorded: 'recorded with the fact: a speaker, actor, place, source or date',
  telling: 'speaks of the text',
  grammar: '',
  excused: 'excused in notInEvidence',
  unsupported: '✗ nothing supports it',
}

const nearness = {
  same: 'a form of',
  derived: 'of one root with',
  synonym: 'means the same as',
  near: 'a step from',
  converse: 'the other end of',
  akin: 'akin to',
}

function because({ text, reason, places }: WordSupport, passages: readonly string[]): string {
  if (reason !== 'passage' && reason !== 'near') return reasons[reason]
  const [place] = places
  if (!place) return ''
  const found = (passages[place.passage] ?? '').slice(place.start, place.end)
  const where = passages.length > 1 ? `passage ${place.passage + 1}` : 'the passage'
  return found.toLowerCase() === text.toLowerCase()
    ? `in ${where}`
    : `${nearness[place.nearness]} “${found}” in ${where}`
}
