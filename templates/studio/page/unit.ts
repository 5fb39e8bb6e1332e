// The unit as the page knows it.

import { computed, reactive } from 'vue'
import type {
  Change,
  Checked,
  Conflict,
  ModelView,
  PlannedDeck,
  StudioState,
} from '../../../contract/studio.ts'
import type { Actor, Bank, Fact, Outline, Source, Topic } from './unit-types.ts'

export const studio = reactive<{
  state: StudioState | undefined
  checked: Checked | undefined
  decks: PlannedDeck[]
  /** Who may be asked for drafts, where somebody is set. */
  model: ModelView | undefined
  saving: 'saved' | 'saving' | 'not saved'
  /** The last thing that happened, for whoever does not see it. */
  said: string
  failed: string
  conflict: { label: string; changes: readonly Change[]; conflicts: Conflict[] } | undefined
}>({
  state: undefined,
  checked: undefined,
  decks: [],
  model: undefined,
  saving: 'saved',
  said: '',
  failed: '',
  conflict: undefined,
})

const files = computed(() => (studio.state?.files ?? {}) as Record<string, Record<string, unknown>>)
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

export const unit = computed(
  () =>
    (files.value['facts/unit.json'] ?? {}) as {
      title?: string
      summary?: string
      author?: string
      language?: string
    },
)
export const sources = computed(() => list<Source>(files.value['facts/sources.json']?.['sources']))
export const actors = computed(() => list<Actor>(files.value['facts/actors.json']?.['actors']))
const reserved = ['unit', 'sources', 'actors', 'reviews', 'background'].map((name) => `facts/${name}.json`)
export const topics = computed(() =>
  Object.entries(files.value).flatMap(([file, value]): Topic[] => {
    const topic = value?.['topic'] as { id?: string; title?: string; summary?: string } | undefined
    if (!file.startsWith('facts/') || reserved.includes(file) || !topic) return []
    return [
      {
        file,
        id: topic.id ?? '',
        title: topic.title ?? file,
        summary: topic.summary ?? '',
        facts: list<Fact>(value['facts']),
      },
    ]
  }),
)
export const facts = computed(() => topics.value.flatMap((topic) => topic.facts))
export const factById = computed(() => new Map(facts.value.map((fact) => [fact.id, fact])))
export const topicOf = (fact: string): Topic | undefined =>
  topics.value.find((topic) => topic.facts.some(({ id }) => id === fact))
export const banks = computed(() =>
  ofFolder('questions').map(([file, value]): Bank => ({
    file,
    id: nameOf(file),
    title: String(value['title'] ?? nameOf(file)),
    summary: String(value['summary'] ?? ''),
    ...(typeof value['deck'] === 'string' ? { deck: value['deck'] } : {}),
    objectives: list(value['objectives']),
    questions: list(value['questions']),
  })),
)
export const outlines = computed(() =>
  ofFolder('slides').map(([file, value]): Outline => ({
    file,
    id: nameOf(file),
    title: String(value['title'] ?? nameOf(file)),
    summary: String(value['summary'] ?? ''),
    audience: String(value['audience'] ?? ''),
    minutes: Number(value['minutes'] ?? 0),
    objectives: list(value['objectives']),
    sections: list(value['sections']),
  })),
)

function ofFolder(folder: string): [string, Record<string, unknown>][] {
  return Object.entries(files.value).filter(([file]) => file.startsWith(`${folder}/`))
}

function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.json$/, '')
}
