// One check of synthetic evidence in a process of its own: `node --import tsx bench/words-run.ts FACTS words`,
// or `plain` without the rules of words. Opening the reader is not counted: it is the same for ten facts.

import { openReader } from '../scripts/commands/open-reader.ts'
import { formatDiagnostic } from '../scripts/diagnostics/diagnostic.ts'
import { checkEvidence } from '../scripts/facts/evidence/check-evidence.ts'
import { loadFactBase } from '../scripts/facts/fact-base.ts'
import { parseJson } from '../scripts/source/json-document.ts'
import { factsPerDeck, syntheticContent } from './synthetic.ts'

/** Processor time of the check in milliseconds, and the peak of memory in MB. */
export interface WordsReport {
  cpu: number
  peak: number
}

const [facts, which] = process.argv.slice(2)
const { files, articles } = syntheticContent({ decks: Number(facts) / factsPerDeck })
const documents = Array.from(files)
  .filter(([path]) => path.startsWith('facts/'))
  .flatMap(([path, text]) => parseJson(path, text).value ?? [])
const base = loadFactBase(documents).value
if (!base) throw new Error('the synthetic facts cannot be read')
const reader = which === 'words' ? await openReader(base.unit.language) : undefined
const before = process.cpuUsage()
const found = checkEvidence(base, articles, reader)
const { user, system } = process.cpuUsage(before)
// A check that ends early would look fast.
if (found.length > 0) throw new Error(found.slice(0, 5).map(formatDiagnostic).join('\n'))
const report: WordsReport = { cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(report))
