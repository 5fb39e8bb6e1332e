// The device's storage, which may be full, forbidden or shared with another tab.

import { effect, reactive } from 'vue'
import type { PlayerBank } from '../../../contract/player-view.ts'
import type { Item } from './attempt.ts'
import {
  emptyProgress,
  mergeProgress,
  readProgress,
  recordAttempt,
  recordItem,
  writeProgress,
  type AttemptRecord,
  type Problem,
  type Progress,
} from './progress.ts'

export interface Store {
  readonly progress: Progress
  /** Why progress is not kept after the page is closed. */
  trouble?: 'forbidden' | 'full'
  /** What was found and could not be taken over. */
  problem?: Problem
  retired: number
  /** Takes in what was answered. */
  record(item: Item): void
  /** Takes in an attempt that has ended. */
  recordAttempt(attempt: AttemptRecord): void
  /** Changes settings. */
  set(change: Partial<Settings>): void
  /** Forgets all answers. */
  reset(): void
  /** What `read` takes in again, also on another device. */
  write(): string
  read(text: string): { taken: number; retired: number; problem?: Problem }
}

/** What a learner sets. */
type Settings = Pick<Progress, 'exam' | 'certainty' | 'letterKeys'>

/** Now, but after `before`: a clock that was corrected since must not make what is newer older. */
const after = (before: number): number => Math.max(Date.now(), before + 1)

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Progress that saves itself. The quiz works the same where nothing can be saved; `trouble` then says why.
 */
export function openStore(bank: Pick<PlayerBank, 'id' | 'unit' | 'questions'>): Store {
  const key = `factdeck-quiz/${bank.unit}/${bank.id}`
  const store: Writable<Store> = reactive({
    progress: emptyProgress(),
    retired: 0,
    record(item: Item) {
      recordItem(store.progress, item)
      // For a learning system around the page: templates/exports/package/host.js.njk.
      const { question, answer } = item
      dispatchEvent(new CustomEvent('factdeck-answer', { detail: [question.id, answer?.given] }))
    },
    recordAttempt(attempt: AttemptRecord) {
      recordAttempt(store.progress, attempt)
    },
    set(change: Partial<Settings>) {
      Object.assign(store.progress, change, { settingsAt: after(store.progress.settingsAt) })
    },
    reset() {
      store.progress = { ...emptyProgress(), resetAt: after(store.progress.resetAt) }
      store.retired = 0
    },
    write: () => writeProgress(store.progress, bank),
    read(text: string) {
      const { progress, retired, problem } = readProgress(text, bank)
      if (problem) return { taken: 0, retired, problem }
      // A file that somebody chooses counts, whatever was reset since.
      store.progress = mergeProgress(store.progress, { ...progress, resetAt: store.progress.resetAt })
      return { taken: progress.questions.size, retired }
    },
  })

  const stored = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      store.trouble = 'forbidden'
      return null
    }
  }
  const found = stored()
  if (found !== null) Object.assign(store, readProgress(found, bank))

  let saved = writeProgress(store.progress, bank)
  let waiting = false
  const save = () => {
    waiting = false
    const text = written()
    if (text === saved) return
    saved = text
    try {
      // What cannot be read may be a newer version's: kept beside, so that it is not lost.
      if (store.problem) localStorage.setItem(`${key}/before`, localStorage.getItem(key) ?? '')
      localStorage.setItem(key, text)
      delete store.problem
      delete store.trouble
    } catch (thrown) {
      store.trouble = (thrown as Error).name === 'SecurityError' ? 'forbidden' : 'full'
    }
  }
  // Not watch: reactivity alone does it, and a page carries a kilobyte less.
  const written = effect(() => writeProgress(store.progress, bank), {
    scheduler: () => {
      if (!waiting) queueMicrotask(save)
      waiting = true
    },
  })

  const hear = (text: string | null) => {
    const { progress, problem } = readProgress(text ?? '', bank)
    if (problem === undefined) store.progress = mergeProgress(store.progress, progress)
  }
  addEventListener('storage', (event) => {
    if (event.key === key) hear(event.newValue)
  })
  // A page that the browser kept for the way back has heard of nothing.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) hear(stored())
  })
  return store
}
