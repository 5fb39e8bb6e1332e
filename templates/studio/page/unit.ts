// The unit as the page knows it, and every way in which it changes it.

import { computed, reactive } from 'vue'
import type {
  Change,
  Checked,
  Conflict,
  ModelView,
  PlannedDeck,
  StudioState,
} from '../../../contract/studio.ts'
import { ask, Refused } from './server.ts'

interface Quantity {
  id: string
  label: string
  value?: number
  low?: number
  high?: number
  unit: string
  bound?: string
  display?: string
}

export interface Evidence {
  source: string
  start: number
  end: number
  sha256: string
}

interface When {
  from?: string
  to?: string
  precision: string
  resolved?: string
}

/** A fact as its file has it; what an author left out is absent. */
export interface Fact {
  id: string
  statement: string
  short: string
  saidBy?: string[]
  via?: string[]
  status: string
  when?: When
  quantities?: Quantity[]
  actors?: string[]
  places?: string[]
  tags: string[]
  evidence: Evidence[]
  notInEvidence?: { text: string; rule?: string; why: string }[]
  disagreesWith?: { fact: string; about: string; reading: string }[]
  arithmetic?: Record<string, unknown>
  note?: string
  [key: string]: unknown
}

export interface Source {
  id: string
  file: string
  title: string
  publisher?: string
  author?: string
  published?: { date: string; basis: string; why?: string }
  url?: string
  [key: string]: unknown
}

export interface Actor {
  id: string
  name: string
  kind: string
}

export interface Topic {
  file: string
  id: string
  title: string
  summary: string
  facts: Fact[]
}

export interface Question {
  id: string
  kind?: string
  stem: string
  facts: string[]
  level: string
  objective: string
  hint?: string
  [key: string]: unknown
}

export interface Bank {
  file: string
  id: string
  title: string
  summary: string
  deck?: string
  objectives: { id: string; text: string }[]
  questions: Question[]
}

export interface OutlineSlide {
  facts?: string[]
  question?: string
  discuss?: string
  points?: string[]
  markdown?: string
  take?: { topic?: string; tag?: string }
  title?: string
  minutes?: number
  [key: string]: unknown
}

export interface OutlineSection {
  title: string
  question?: string
  minutes?: number
  slides: OutlineSlide[]
}

export interface Outline {
  file: string
  id: string
  title: string
  summary: string
  audience: string
  minutes: number
  objectives: string[]
  sections: OutlineSection[]
}

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

/** Words of a text as a name: "Opening hours of the bridge" is "opening-hours-bridge". */
export function slugFrom(text: string, most = 4): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !['a', 'an', 'the', 'of', 'and', 'in', 'on', 'to', 'for'].includes(word))
  const slug = words.slice(0, most).join('-')
  return /^[a-z]/.test(slug) ? slug : `x-${slug || 'new'}`
}

/** The name, with a number behind it where it is taken. */
export function unused(name: string, taken: Iterable<string>): string {
  const all = new Set(taken)
  if (!all.has(name)) return name
  for (let n = 2; ; n++) if (!all.has(`${name}-${n}`)) return `${name}-${n}`
}

/** A copy that nothing watches. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** A copy without what is empty: such keys are left out of files. */
export function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, each]) => each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0),
    ),
  ) as T
}

export async function load(): Promise<void> {
  const { state, checked, model } = await ask<{
    state: StudioState
    checked?: Checked & { decks: PlannedDeck[] }
    model?: ModelView
  }>('state.json')
  studio.state = state
  studio.model = model
  if (checked) {
    studio.checked = checked
    studio.decks = checked.decks
  }
}

/** Hears what changes outside the page. */
export function listen(): void {
  const events = new EventSource('events')
  events.addEventListener('changed', (event) => {
    const { version } = JSON.parse((event as MessageEvent<string>).data) as { version: string }
    if (studio.state?.version !== version && studio.saving !== 'saving') void load().catch(() => {})
  })
  events.addEventListener('checked', (event) => {
    const checked = JSON.parse((event as MessageEvent<string>).data) as Checked & { decks: PlannedDeck[] }
    studio.checked = checked
    studio.decks = checked.decks
  })
}

/**
 * Saves changes, all of them or none. Resolves to whether they are on the disk; where they do not fit what is
 * there, both are shown side by side.
 */
export async function save(label: string, changes: readonly Change[]): Promise<boolean> {
  return written(label, changes, () => ask('change', { label, changes }))
}

export const undo = (): Promise<boolean> => written('Undo', [], () => ask('undo', {}))
export const redo = (): Promise<boolean> => written('Redo', [], () => ask('redo', {}))

async function written(
  label: string,
  changes: readonly Change[],
  send: () => Promise<{ state: StudioState; label?: string }>,
): Promise<boolean> {
  studio.saving = 'saving'
  studio.failed = ''
  try {
    const answer = await send()
    studio.state = answer.state
    studio.saving = 'saved'
    studio.said = changes.length > 0 ? `${label}: saved` : `${label}: ${answer.label ?? 'nothing left'}`
    return true
  } catch (thrown) {
    studio.saving = 'not saved'
    if (!(thrown instanceof Refused)) throw thrown
    const { state, conflicts } = thrown.body as { state?: StudioState; conflicts?: Conflict[] }
    if (state) studio.state = state
    if (conflicts) studio.conflict = { label, changes, conflicts }
    else studio.failed = thrown.message
    return false
  }
}

/** Writes over what is there after both were seen, or leaves it. */
export async function settle(keepMine: boolean): Promise<boolean> {
  const open = studio.conflict
  studio.conflict = undefined
  studio.saving = 'saved'
  if (!open || !keepMine) return false
  const { label, changes, conflicts } = open
  const seen = changes.map((change) => {
    const found = conflicts.find(
      ({ file, path }) => file === change.file && JSON.stringify(path) === JSON.stringify(change.path),
    )
    if (!found) return change
    const { was: _, ...rest } = change
    return found.theirs === undefined ? rest : { ...rest, was: found.theirs }
  })
  return save(label, seen)
}

let turn: Promise<unknown> = Promise.resolve()

/** Work that begins when what was begun before is saved, so that it goes on from there. */
export function inTurn<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  return (...given) => {
    const next = turn.then(async () => work(...given))
    turn = next.catch(() => {})
    return next
  }
}

/** A fact with its keys in the order of the guide, and without what is empty. */
export function tidyFact(fact: Fact): Fact {
  const {
    id,
    statement,
    short,
    saidBy,
    via,
    status,
    when,
    quantities,
    actors: whom,
    places,
    tags,
    evidence,
    ...rest
  } = fact
  return withoutEmpty({
    id,
    statement: statement.trim().replaceAll(/\s+/g, ' '),
    short: short.trim(),
    saidBy,
    via,
    status,
    when: when && (when.from || when.to) ? withoutEmpty(when) : undefined,
    quantities: quantities?.map((quantity) => withoutEmpty(quantity)),
    actors: whom,
    places,
    tags,
    evidence,
    ...rest,
  }) as Fact
}
