import { error, warning, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { languageFor } from '../languages/table.ts'
import type { Language } from '../languages/language.ts'
import { Place, type JsonDocument } from '../source/json-document.ts'
import { withoutMarks } from '../source/marked-fields.ts'
import { validate } from '../source/validate.ts'
import { HeardMap } from './heard-map.ts'
import { inAuthorsOrder } from './author-order.ts'
import { ActorFile, type Actor } from './actor-schema.ts'
import { BackgroundFile, type Background } from './background/background-schema.ts'
import { Fact, FactFile, type Topic } from './fact-schema.ts'
import type { ActorId, BackgroundId, FactId, SourceId } from './ids.ts'
import { ReviewFile, type Review } from './reviews/review-schema.ts'
import { SourceFile, type Source } from './source-schema.ts'
import { Unit } from './unit-schema.ts'

/** Something an author wrote, and where. */
export interface Entry<T> {
  value: T
  place: Place
}

export interface FactBase {
  unit: Unit
  /** Where the unit stands; absent without facts/unit.json. */
  unitPlace?: Place
  /** What the rules know of the language of the unit. */
  language: Language
  sources: ReadonlyMap<SourceId, Entry<Source>>
  actors: ReadonlyMap<ActorId, Entry<Actor>>
  /** In the order of the topics, then of their files. */
  facts: ReadonlyMap<FactId, Entry<Fact>>
  topics: readonly (Entry<Topic> & { facts: readonly FactId[] })[]
  /**
   * General knowledge from outside the articles, as facts/background.json has it; no evidence for any fact.
   */
  background: ReadonlyMap<BackgroundId, Entry<Background>>
  /** What second readers said, as facts/reviews.json has it. */
  reviews: readonly Entry<Review>[]
}

/**
 * Reads the documents of `facts/`. The fact base is there as soon as sources, actors and one topic can be
 * read, so that every check can run.
 */
export function loadFactBase(written: readonly JsonDocument[]): Checked<FactBase> {
  const documents = written.map((document) => withoutMarks(document).document)
  const diagnostics: Diagnostic[] = []
  const named = (name: string): JsonDocument | undefined =>
    documents.find(({ file }) => file === `facts/${name}.json`)
  const read = <T>(
    schema: Parameters<typeof validate<T>>[0],
    document: JsonDocument | undefined,
  ): T | undefined => {
    if (!document) return undefined
    const checked = validate(schema, document)
    diagnostics.push(...checked.diagnostics)
    return checked.value
  }

  const sourceDocument = named('sources')
  const actorDocument = named('actors')
  const unitDocument = named('unit')
  const reviewDocument = named('reviews')
  const backgroundDocument = named('background')
  for (const [document, name, holds] of [
    [sourceDocument, 'sources', 'the articles'],
    [actorDocument, 'actors', 'who is spoken of'],
  ] as const) {
    if (!document)
      diagnostics.push(
        error(
          { file: `facts/${name}.json`, line: 1, column: 1 },
          'fact/files',
          `Unexpected lack of facts/${name}.json, expected it to list ${holds}`,
          'factdeck studio writes such files for you; factdeck init DIR writes a unit to start from',
        ),
      )
  }
  const sources = read(SourceFile, sourceDocument)?.sources ?? []
  const actors = read(ActorFile, actorDocument)?.actors ?? []
  const unit = read(Unit, unitDocument) ?? {
    title: 'Unit',
    summary: 'Facts, slides and questions.',
    language: 'en',
  }

  const reviewEntries = (read(ReviewFile, reviewDocument)?.reviews ?? []).map((value, index) => ({
    value,
    place: new Place(reviewDocument!, ['reviews', index]),
  }))

  const facts = new Map<FactId, Entry<Fact>>()
  const topics: (Entry<Topic> & { facts: FactId[] })[] = []
  for (const document of documents) {
    if ([sourceDocument, actorDocument, unitDocument, reviewDocument, backgroundDocument].includes(document))
      continue
    const file = read(FactFile, document) ?? readableFacts(document)
    if (!file) continue
    const entries = file.facts.flatMap((value, index) =>
      value === undefined ? [] : [{ value, place: new Place(document, ['facts', index]) }],
    )
    diagnostics.push(...addAll(facts, entries, 'fact/unique-id', 'fact'))
    topics.push({
      value: file.topic,
      place: new Place(document, ['topic']),
      facts: entries.map(({ value }) => value.id),
    })
  }
  const sourceMap = new Map<SourceId, Entry<Source>>()
  if (sourceDocument)
    diagnostics.push(
      ...addAll(
        sourceMap,
        sources.map((value, index) => ({ value, place: new Place(sourceDocument, ['sources', index]) })),
        'fact/unique-id',
        'source',
      ),
    )
  const actorMap = new Map<ActorId, Entry<Actor>>()
  if (actorDocument)
    diagnostics.push(
      ...addAll(
        actorMap,
        actors.map((value, index) => ({ value, place: new Place(actorDocument, ['actors', index]) })),
        'fact/unique-id',
        'actor',
      ),
    )
  const background = new Map<BackgroundId, Entry<Background>>()
  if (backgroundDocument)
    diagnostics.push(
      ...addAll(
        background,
        (read(BackgroundFile, backgroundDocument)?.entries ?? []).map((value, index) => ({
          value,
          place: new Place(backgroundDocument, ['entries', index]),
        })),
        'background/unique-id',
        'entry',
      ),
    )
  diagnostics.push(
    ...knownInOrder(
      unitDocument,
      'topics',
      unit.topics,
      topics.map(({ value }) => value.id),
    ),
  )
  const ordered = inAuthorsOrder(topics, ({ value }) => value.id, unit.topics)
  return {
    value: {
      unit,
      ...(unitDocument ? { unitPlace: new Place(unitDocument) } : {}),
      language: languageFor(unit.language),
      sources: sourceMap,
      actors: actorMap,
      facts: byTopic(facts, ordered),
      topics: ordered,
      background,
      reviews: reviewEntries,
    },
    diagnostics,
  }
}

/**
 * Of a topic file with facts of the wrong shape, those of the right one: what is wrong with them is said at
 * once, not only after the others are mended. Undefined where the topic itself cannot be read.
 */
function readableFacts(document: JsonDocument): { topic: Topic; facts: (Fact | undefined)[] } | undefined {
  const { topic, facts } = (document.value ?? {}) as { topic?: unknown; facts?: unknown }
  const told = FactFile.shape.topic.safeParse(topic)
  if (!told.success || !Array.isArray(facts)) return undefined
  return { topic: told.data, facts: facts.map((each) => Fact.safeParse(each).data) }
}

/** Adds entries by id; a second one with the same id is an error that names the first. */
export function addAll<Id extends string, T extends { id: Id }>(
  map: Map<Id, Entry<T>>,
  entries: readonly Entry<T>[],
  rule: string,
  noun: string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const entry of entries) {
    const first = map.get(entry.value.id)
    if (!first) map.set(entry.value.id, entry)
    else {
      diagnostics.push(
        error(
          entry.place.in('id').location,
          rule,
          `Unexpected second ${noun} named "${entry.value.id}", expected every id once`,
          {
            message: 'first defined here',
            at: first.place.in('id').location,
          },
        ),
      )
    }
  }
  return diagnostics
}

function byTopic(
  facts: ReadonlyMap<FactId, Entry<Fact>>,
  topics: readonly { facts: readonly FactId[] }[],
): Map<FactId, Entry<Fact>> {
  return new HeardMap(
    topics.flatMap((topic) =>
      topic.facts.flatMap((id) => {
        const entry = facts.get(id)
        return entry ? [[id, entry] as const] : []
      }),
    ),
  )
}

/** What an order of facts/unit.json names must exist. */
export function knownInOrder(
  document: JsonDocument | undefined,
  key: 'topics' | 'decks' | 'quizzes',
  order: readonly string[] | undefined,
  known: readonly string[],
): Diagnostic[] {
  if (document === undefined || order === undefined || order.length === 0) return []
  // A fact base is something by itself: its unit may be ahead of what is made of it.
  if (known.length === 0)
    return [
      warning(
        document.location([key]),
        'fact/known-order',
        `Unexpected order of ${key}, expected none as long as there are none; it is left aside`,
      ),
    ]
  return order.flatMap((id, index) =>
    known.includes(id)
      ? []
      : error(
          document.location([key, index]),
          'fact/known-order',
          `Unexpected name "${id}" in "${key}", expected one of ${known.join(', ')}${suggest(id, known)}`,
        ),
  )
}
