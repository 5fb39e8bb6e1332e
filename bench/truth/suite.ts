// Runs the kinds over a unit and asks the checks about every mutant.

import { openReader } from '../../scripts/commands/open-reader.ts'
import { factChecks } from '../../scripts/facts/checks/index.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import type { Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { loadFactBase, type FactBase } from '../../scripts/facts/fact-base.ts'
import type { Fact } from '../../scripts/facts/fact-schema.ts'
import type { FactId } from '../../scripts/facts/ids.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import { readArticles, readContentFolder } from '../../scripts/source/content-folder.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { seededShuffle } from '../../contract/seeded-shuffle.ts'
import type { Kind, Subject } from './mutation.ts'

/** A fact base with the articles that it was made from. */
export interface MeasuredUnit {
  name: string
  base: FactBase
  articles: ReadonlyMap<string, string>
  /** Compares word by word, as `check --articles` does; absent where the language has none. */
  reader: Reader | undefined
}

/**
 * Reads a content folder and its articles. Throws where it has errors of its own: figures over a broken unit
 * would mean nothing.
 */
export async function readUnit(name: string, root: string, articles: string): Promise<MeasuredUnit> {
  const folder = (await readContentFolder(root)).value
  const base = folder && loadFactBase(folder.facts).value
  if (!base) throw new Error(`${root} has no fact base that can be read`)
  return {
    name,
    base,
    articles: await readArticles(articles),
    reader: await openReader(base.unit.language),
  }
}

/** A false fact, and what was said about it. */
export interface Verdict {
  kind: string
  unit: string
  genuine: Fact
  mutant: Fact
  /**
   * What is new: rule and message of each error or warning that the genuine fact does not get. Empty: it
   * passed.
   */
  found: Diagnostic[]
}

/** One mutant a fact and kind, where the kind has a hold, each judged in the whole of its unit. */
export function judge(unit: MeasuredUnit, kinds: readonly Kind[]): Verdict[] {
  const genuine = byFact(unit, unit.base)
  return kinds.flatMap((kind) => {
    const mutants = mutantsOf(unit, kind)
    const found = findingsWith(unit, mutants)
    return [...mutants].map(([id, mutant]) => ({
      kind: kind.id,
      unit: unit.name,
      genuine: unit.base.facts.get(id)!.value,
      mutant,
      found: added(genuine.get(id) ?? [], found.get(id) ?? []),
    }))
  })
}

/** At most one false fact for each fact of the unit. */
export function mutantsOf(unit: MeasuredUnit, kind: Kind): Map<FactId, Fact> {
  const mutants = new Map<FactId, Fact>()
  for (const subject of subjects(unit)) {
    const { fact } = subject
    // The schema would refuse a longer one for its length alone.
    const mutant = seededShuffle(kind.make(subject), `${kind.id}/${fact.id}`).find(
      ({ statement, actors }) =>
        (statement !== fact.statement || actors.length !== fact.actors.length) && statement.length <= 240,
    )
    if (mutant) mutants.set(fact.id, { ...mutant, short: mutant.short.slice(0, 60) })
  }
  return mutants
}

/** What the checks say of the unit as it is, by fact. */
export function genuineFindings(unit: MeasuredUnit): ReadonlyMap<FactId, Diagnostic[]> {
  return byFact(unit, unit.base)
}

/** What the checks say where facts of the unit are told otherwise, by fact. */
export function findingsWith(
  unit: MeasuredUnit,
  changed: ReadonlyMap<FactId, Partial<Fact>>,
): ReadonlyMap<FactId, Diagnostic[]> {
  const facts = new Map(
    [...unit.base.facts].map(
      ([id, entry]) => [id, { ...entry, value: { ...entry.value, ...changed.get(id) } }] as const,
    ),
  )
  return byFact(unit, { ...unit.base, facts })
}

function* subjects({ base, articles }: MeasuredUnit): Generator<Subject> {
  const texts = new Map<string, ArticleText>()
  const textOf = (source: string): ArticleText => {
    const file = [...base.sources.values()].find(({ value }) => value.id === source)?.value.file ?? ''
    if (!texts.has(file)) texts.set(file, new ArticleText(articles.get(file) ?? ''))
    return texts.get(file)!
  }
  for (const { value: fact } of base.facts.values()) {
    const passage = fact.evidence.map(({ source, start, end }) => textOf(source).span(start, end)).join('\n')
    const article = [...new Set(fact.evidence.map(({ source }) => source))]
      .map((source) => textOf(source).text)
      .join('\n')
    yield { fact, base, passage, article }
  }
}

/** Everything that the checks of facts and of evidence say, under the fact in whose lines it stands. */
function byFact(
  { base: original, articles, reader }: MeasuredUnit,
  base: FactBase,
): Map<FactId, Diagnostic[]> {
  const found = [...factChecks.flatMap((check) => check(base)), ...checkEvidence(base, articles, reader)]
  const starts = [...original.facts].map(([id, { place }]) => ({ id, at: place.location }))
  const facts = new Map<FactId, Diagnostic[]>()
  for (const diagnostic of found) {
    const owner = starts
      .filter(
        ({ at }) =>
          at.file === diagnostic.at.file &&
          (at.line < diagnostic.at.line ||
            (at.line === diagnostic.at.line && at.column <= diagnostic.at.column)),
      )
      .toSorted((a, b) => b.at.line - a.at.line || b.at.column - a.at.column)[0]
    if (owner) facts.set(owner.id, [...(facts.get(owner.id) ?? []), diagnostic])
  }
  return facts
}

function added(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const left = before.map(key)
  return after.filter((diagnostic) => {
    const place = left.indexOf(key(diagnostic))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

function key({ severity, rule, message }: Diagnostic): string {
  return `${severity} ${rule} ${message}`
}
