// What of a fact base can be mended without judgement. Everything here works on what stands in the files, so
// that it helps while much else is still wrong.

import { ArticleText } from '../source/normalise.ts'
import type { JsonDocument } from '../source/json-document.ts'
import type { Articles } from '../source/content-folder.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FactBase } from './fact-base.ts'

/** The value that a file is to have, and what was done to it, a line each. */
export interface Mended {
  file: string
  value: unknown
  done: string[]
}

interface Written {
  id?: unknown
  evidence?: unknown
  disagreesWith?: unknown
}

/**
 * - the digest of an article is recorded where it is new: zeros stand there, or nothing is pinned in it yet;
 * - a disagreement that only one of two facts tells of is told by the other too;
 * - an excuse that is not needed goes: `found` are the diagnostics of the evidence check.
 *
 * Files that need nothing are left out.
 */
export function mend(
  documents: readonly JsonDocument[],
  base: FactBase | undefined,
  articles: Articles | undefined,
  found: readonly Diagnostic[],
): Mended[] {
  const changed = new Map<string, Mended>()
  const of = (document: JsonDocument): Mended => {
    const known = changed.get(document.file) ?? {
      file: document.file,
      value: structuredClone(document.value),
      done: [],
    }
    changed.set(document.file, known)
    return known
  }
  const topics = documents.filter(({ value }) => Array.isArray((value as { facts?: unknown } | null)?.facts))
  const sources = documents.find(({ file }) => file === 'facts/sources.json')
  if (sources && articles) mendDigests(of(sources), topics, articles)
  mendBackReferences(topics, of)
  if (base) mendExcuses(topics, base, found, of)
  return [...changed.values()].filter(({ done }) => done.length > 0)
}

function mendDigests(mended: Mended, topics: readonly JsonDocument[], articles: Articles): void {
  const pinned = new Set(
    topics
      .flatMap(({ value }) => factsIn(value))
      .flatMap(({ evidence }) => (Array.isArray(evidence) ? (evidence as { source?: unknown }[]) : []))
      .map((each) => each?.source),
  )
  const { sources } = (mended.value ?? {}) as { sources?: unknown }
  if (!Array.isArray(sources)) return
  for (const source of sources as { id?: unknown; file?: unknown; sha256?: unknown }[]) {
    const raw = typeof source?.file === 'string' ? articles.get(source.file) : undefined
    if (raw === undefined || source.sha256 === undefined) continue
    const { sha256 } = new ArticleText(raw)
    if (source.sha256 === sha256 || !(/^0*$/.test(String(source.sha256)) || !pinned.has(source.id))) continue
    source.sha256 = sha256
    mended.done.push(`the digest of ${String(source.file)} is recorded`)
  }
}

function mendBackReferences(topics: readonly JsonDocument[], of: (document: JsonDocument) => Mended): void {
  const home = new Map(
    topics.flatMap((document) => factsIn(document.value).map(({ id }) => [id, document] as const)),
  )
  for (const document of topics)
    for (const { id, disagreesWith } of factsIn(document.value)) {
      if (typeof id !== 'string' || !Array.isArray(disagreesWith)) continue
      for (const each of disagreesWith as { fact?: unknown; about?: unknown; reading?: unknown }[]) {
        const other = home.get(each?.fact)
        if (!other || each.fact === id || each.about === undefined || each.reading === undefined) continue
        const mended = of(other)
        const fact = factsIn(mended.value).find((one) => one.id === each.fact)!
        const list = Array.isArray(fact.disagreesWith) ? (fact.disagreesWith as { fact?: unknown }[]) : []
        if (list.some((back) => back?.fact === id)) continue
        fact.disagreesWith = [...list, { fact: id, about: each.about, reading: each.reading }]
        mended.done.push(`"${String(each.fact)}" tells of its disagreement with "${id}" too`)
      }
    }
}

function mendExcuses(
  topics: readonly JsonDocument[],
  base: FactBase,
  found: readonly Diagnostic[],
  of: (document: JsonDocument) => Mended,
): void {
  const unneeded = found.filter(({ rule }) => rule === 'fact/excuse-needed')
  for (const { value: fact, place } of base.facts.values()) {
    const gone = fact.notInEvidence.flatMap((excuse, index) => {
      const { file, line, column } = place.in('notInEvidence', index).location
      return unneeded.some(({ at }) => at.file === file && at.line === line && at.column === column)
        ? [{ index, text: excuse.text }]
        : []
    })
    const document = topics.find((each) => each === place.document)
    if (gone.length === 0 || !document) continue
    const mended = of(document)
    const written = factsIn(mended.value).find(({ id }) => id === fact.id) as
      | { notInEvidence?: unknown[] }
      | undefined
    if (!written?.notInEvidence) continue
    const left = written.notInEvidence.filter((_, index) => !gone.some((each) => each.index === index))
    if (left.length > 0) written.notInEvidence = left
    else delete written.notInEvidence
    for (const { text } of gone)
      mended.done.push(`the excuse for "${text}" of "${fact.id}" is gone: nothing needs it`)
  }
}

function factsIn(value: unknown): Written[] {
  const facts = (value as { facts?: unknown } | null)?.facts
  return Array.isArray(facts)
    ? facts.filter((each): each is Written => typeof each === 'object' && each !== null)
    : []
}
