// A fact while somebody writes it: what is typed, whom it adds, where it will stand, and the verdict that
// follows it.

import { computed, reactive, ref, watch } from 'vue'
import type { FactProposalView, FactVerdict } from '../../../contract/studio.ts'
import { ask, latest, Refused } from './server.ts'
import { shortFrom } from './short-form.ts'
import { stretchesOf } from './stretches.ts'
import type { Evidence, Fact, Source } from './unit-types.ts'
import { actors, facts, studio, topicOf, topics, unit } from './unit.ts'
import { plain, slugFrom, tidyFact, unused } from './values.ts'

type People = 'saidBy' | 'via' | 'actors'
const isPeople = (key: string): key is People => key === 'saidBy' || key === 'via' || key === 'actors'

/** What an editor of a fact begins with. */
export interface Begun {
  proposal: FactProposalView
  /** The fact as it is saved; absent for a new one. */
  before: Fact | undefined
  source: Source
  passages: readonly { start: number; end: number }[]
}

export type FactDraft = ReturnType<typeof openFactDraft>

/** Opens a draft. @param begun is read again whenever passages change */
export function openFactDraft(begun: Begun) {
  const { proposal, before, source } = begun
  const given = plain(proposal.fact) as unknown as Fact
  const fact = reactive({
    ...given,
    saidBy: given.saidBy ?? [],
    via: given.via ?? [],
    actors: given.actors ?? [],
    places: given.places ?? [],
    quantities: given.quantities ?? [],
    notInEvidence: given.notInEvidence ?? [],
    disagreesWith: given.disagreesWith ?? [],
  })

  // Where it stands.
  const topicFile = ref(
    (before && topicOf(before.id)?.file) ??
      topics.value.find(({ id }) => id === proposal.topic || fact.tags.includes(id))?.file ??
      topics.value.at(-1)?.file ??
      '',
  )
  const newTopic = ref(unit.value.title ?? source.title)
  const tagsText = ref(fact.tags.join(', '))
  const topicId = computed(
    () => topics.value.find(({ file }) => file === topicFile.value)?.id ?? slugFrom(newTopic.value),
  )
  const tags = computed(() => {
    const typed = tagsText.value.split(/[\s,]+/).filter(Boolean)
    return typed.length > 0 ? typed : [topicId.value]
  })

  // The short form follows the statement until somebody writes it.
  const shortByHand = ref(fact.short !== '')
  watch(
    () => fact.statement,
    (statement) => {
      if (!shortByHand.value) fact.short = shortFrom(statement)
    },
    { immediate: true },
  )

  // New actors are added with the fact.
  const added = ref<string[]>([])
  const ownActors = ref<{ id: string; name: string; kind: string }[]>([])
  const offered = computed(() =>
    proposal.newActors.filter(({ id }) => !actors.value.some((actor) => actor.id === id)),
  )
  const newActors = computed(() => [
    ...offered.value
      .filter(({ id }) => added.value.includes(id))
      .map(({ id, name, kind }) => ({ id, name, kind })),
    ...ownActors.value,
  ])
  const people = computed(() => [...actors.value, ...newActors.value].map(({ id, name }) => ({ id, name })))
  /** Takes somebody whom the passage names, or leaves them again. */
  function toggleActor(id: string): void {
    const actor = offered.value.find((each) => each.id === id)
    if (!actor) return
    const there = added.value.includes(id)
    added.value = there ? added.value.filter((each) => each !== id) : [...added.value, id]
    if (there)
      for (const key of ['saidBy', 'via', 'actors'] as const)
        fact[key] = fact[key].filter((each) => each !== id)
    else
      for (const key of actor.as) if (isPeople(key) && !fact[key].includes(id)) fact[key] = [...fact[key], id]
  }
  /** Adds somebody whom nobody proposed. */
  function addActor(name: string, kind: string): void {
    const id = unused(
      slugFrom(name),
      [...actors.value, ...ownActors.value].map((each) => each.id),
    )
    ownActors.value = [...ownActors.value, { id, name, kind }]
    fact.actors = [...fact.actors, id]
  }

  // The verdict follows what is typed.
  const verdict = ref<FactVerdict>()
  const judgedText = ref('')
  const judging = latest((body: object) => ask<FactVerdict>('judge-fact', body))
  /** The fact as a file would hold it. */
  function value(): Fact {
    return { ...tidyFact(fact), tags: tags.value, evidence: fact.evidence }
  }
  function asked(): object {
    return {
      draft: value(),
      actors: newActors.value,
      pin: { source: source.id, passages: [...begun.passages] },
    }
  }
  async function judge(): Promise<void> {
    const { statement } = fact
    try {
      const found = await judging(asked())
      if (!found) return
      // Of what has not the shape of a fact nothing is compared; its passages stay in view.
      const passages = found.passages.length > 0 ? found.passages : (verdict.value?.passages ?? [])
      verdict.value = { ...found, passages }
      judgedText.value = statement
      fact.evidence = found.evidence as Evidence[]
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      studio.failed = thrown.message
    }
  }
  // The evidence comes from the verdict; watching it would ask for ever.
  watch(
    [() => ({ ...fact, evidence: undefined }), tags, newActors, () => begun.passages],
    () => void judge(),
    { deep: true, immediate: true },
  )

  const unwritten = computed(() => fact.statement.trim() === '')
  const problems = computed(() =>
    (verdict.value?.problems ?? []).filter(
      ({ path }) => !(unwritten.value && (path[0] === 'statement' || path[0] === 'short')),
    ),
  )
  const errors = computed(() => problems.value.filter(({ severity }) => severity === 'error'))
  /** What no file may hold: a shape that is none, or somebody else's sentence. */
  const refused = computed(
    () =>
      unwritten.value ||
      errors.value.some(({ rule }) => rule.startsWith('source/') || rule === 'fact/own-words'),
  )
  const stretches = computed(() =>
    verdict.value ? stretchesOf(judgedText.value, verdict.value.words, problems.value) : [],
  )

  return reactive({
    fact,
    proposal,
    before,
    source,
    topicFile,
    newTopic,
    tagsText,
    topicId,
    shortByHand,
    added,
    offered,
    newActors,
    people,
    toggleActor,
    addActor,
    verdict,
    judgedText,
    value,
    asked,
    judge,
    unwritten,
    problems,
    errors,
    refused,
    stretches,
    /** Why a value is proposed. */
    because: (key: string): string[] =>
      proposal.reasons.filter(({ of }) => of === key).map((each) => each.because),
    /** The name that it will have. */
    id: (): string =>
      before?.id ??
      unused(
        fact.id === 'new-fact' ? slugFrom(fact.short) : fact.id,
        facts.value.map((each) => each.id),
      ),
  })
}
