// What a saved or deleted fact changes in the files of the unit.

import type { Change } from '../../../contract/studio.ts'
import type { FactDraft } from './fact-draft.ts'
import type { Fact } from './unit-types.ts'
import { factById, studio, topicOf, topics } from './unit.ts'
import { unused } from './values.ts'

/** The changes that save a fact: new people, its topic, itself, and what points back at it. */
export function savingChanges(draft: FactDraft, id: string): Change[] {
  const { before, newActors, topicFile, topicId, newTopic } = draft
  const value = { ...draft.value(), id }
  const changes: Change[] = newActors.map((actor) => ({
    file: 'facts/actors.json',
    path: ['actors', { id: actor.id }],
    value: withRole(actor, draft),
  }))
  const old = before && topicOf(before.id)
  if (topicFile === '') {
    const name = unused(
      topicId,
      topics.value.map((topic) => topic.id),
    )
    const title = newTopic.trim()
    changes.push({
      file: `facts/${name}.json`,
      path: [],
      value: {
        $schema: '../schemas/facts.schema.json',
        topic: { id: topicId, title, summary: `What is said of ${title}.` },
        facts: [value],
      },
    })
  } else {
    const here = old?.file === topicFile
    if (old && !here) changes.push({ file: old.file, path: ['facts', { id }], was: before })
    changes.push({
      file: topicFile,
      path: ['facts', { id }],
      ...(before && here ? { was: before } : {}),
      value,
    })
  }
  return [...changes, ...backReferences(id, before, value.disagreesWith ?? [])]
}

/** The changes that take a fact out; a topic goes with its last one. */
export function removingChanges(before: Fact): Change[] {
  const topic = topicOf(before.id)
  if (!topic) return []
  const { file } = topic
  const only = topic.facts.length === 1
  const gone: Change = only
    ? { file, path: [], was: studio.state?.files[file] }
    : { file, path: ['facts', { id: before.id }], was: before }
  return [gone, ...backReferences(before.id, before, []).filter((each) => each.file !== file || !only)]
}

function withRole(actor: { id: string }, { proposal, source }: FactDraft): object {
  const role = proposal.newActors.find(({ id }) => id === actor.id)?.role
  const asOf = source.published?.date
  return role === undefined
    ? actor
    : { ...actor, roles: [{ role, source: source.id, ...(asOf ? { asOf } : {}) }] }
}

/** A disagreement stands at both facts. */
function backReferences(
  id: string,
  before: Fact | undefined,
  now: NonNullable<Fact['disagreesWith']>,
): Change[] {
  const earlier = before?.disagreesWith ?? []
  const changed = [
    ...now.filter(({ fact: with_ }) => !earlier.some((each) => each.fact === with_)),
    ...earlier.filter(({ fact: with_ }) => !now.some((each) => each.fact === with_)),
  ]
  return changed.flatMap(({ fact: with_, about, reading }): Change[] => {
    const there = factById.value.get(with_)
    const file = topicOf(with_)?.file
    if (!there || file === undefined) return []
    const was = there.disagreesWith
    const rest = (was ?? []).filter((each) => each.fact !== id)
    const value = now.some((each) => each.fact === with_) ? [...rest, { fact: id, about, reading }] : rest
    return [
      {
        file,
        path: ['facts', { id: with_ }, 'disagreesWith'],
        ...(was ? { was } : {}),
        ...(value.length > 0 ? { value } : {}),
      },
    ]
  })
}
