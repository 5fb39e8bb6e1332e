import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ActorFile } from '../facts/actor-schema.ts'
import { checkEvidence } from '../facts/evidence/check-evidence.ts'
import { loadFactBase } from '../facts/fact-base.ts'
import { FactFile } from '../facts/fact-schema.ts'
import { mend } from '../facts/mend.ts'
import { factDigest } from '../facts/reviews/fact-digest.ts'
import { mergeReviews } from '../facts/reviews/merge-reviews.ts'
import { SourceFile } from '../facts/source-schema.ts'
import { Unit } from '../facts/unit-schema.ts'
import { readContentFolder, type Reading } from '../source/content-folder.ts'
import { editFile } from '../source/edit-file.ts'
import { rewriteJson } from '../source/json-edit.ts'
import { inSchemaOrder } from '../source/key-order.ts'
import { articlesOf } from './articles.ts'
import { openReader } from './open-reader.ts'

const schemas = { 'facts/sources.json': SourceFile, 'facts/actors.json': ActorFile, 'facts/unit.json': Unit }

/** Mends what needs no judgement in the files of facts/, and says what, a line each. */
export async function mendUnit(
  root: string,
  folder: string | undefined,
  reading: Reading,
): Promise<string[]> {
  const said: string[] = []
  const articles = folder === undefined ? undefined : await articlesOf(folder)
  said.push(...(await mendReviews(root, reading)))
  // Twice: an excuse can be judged only where the digest of its article is recorded.
  for (const judged of [false, true]) {
    const { value } = await readContentFolder(root, reading)
    const documents = value?.facts ?? []
    const { value: base } = loadFactBase(documents)
    const found =
      judged && base && articles ? checkEvidence(base, articles, await openReader(base.unit.language)) : []
    for (const { file, value: next, done } of mend(documents, base, articles, found)) {
      await editFile(join(root, file), (text) => rewriteJson(text, next))
      said.push(...done.map((line) => `${file}: fixed: ${line}`))
    }
  }
  const { value } = await readContentFolder(root, reading)
  for (const { file, value: written } of value?.facts ?? []) {
    const schema =
      (schemas as Record<string, (typeof schemas)[keyof typeof schemas]>)[file] ??
      (Array.isArray((written as { facts?: unknown } | null)?.facts) ? FactFile : undefined)
    if (!schema) continue
    const changed = await editFile(join(root, file), (text) => {
      const ordered = inSchemaOrder(text, schema)
      return ordered === text ? undefined : ordered
    })
    if (changed) said.push(`${file}: fixed: keys are in the order of the guide`)
  }
  return said
}

/** Puts two versions of the reviews together, and leaves one review of each reader and fact. */
async function mendReviews(root: string, reading: Reading): Promise<string[]> {
  const path = join(root, reviewsFile)
  if (!existsSync(path)) return []
  const { value } = await readContentFolder(root, reading)
  const { value: base } = loadFactBase(value?.facts ?? [])
  const digests = new Map(
    Array.from(base?.facts.values() ?? [], ({ value: fact }) => [String(fact.id), factDigest(fact)]),
  )
  let done: string[] = []
  await editFile(path, (text) => {
    const merged = mergeReviews(text, (fact) => digests.get(fact))
    done = merged?.done ?? []
    return merged?.text
  })
  return done.map((line) => `${reviewsFile}: fixed: ${line}`)
}

const reviewsFile = 'facts/reviews.json'
