// The device's storage, which may be full, forbidden or shared with another tab.

import { effect, reactive } from 'vue'
import type { PlayerBank } from '../../../contract/player-view.ts'
import {
  emptyProgress,
  mergeProgress,
  readProgress,
  writeProgress,
  type Problem,
  type Progress,
} from './progress.ts'

export interface Store {
  progress: Progress
  /** Why progress is not kept after the page is closed. */
  trouble?: 'forbidden' | 'full'
  /** What was found and could not be taken over. */
  problem?: Problem
  retired: number
}

/**
 * Progress that saves itself. The quiz works the same where nothing can be saved; `trouble` then says why.
 */
export function openStore(bank: PlayerBank): Store {
  const key = `factdeck-quiz/${bank.unit}/${bank.id}`
  const store: Store = reactive({ progress: emptyProgress(), retired: 0 })

  const take = (text: string | null) => {
    if (text !== null) Object.assign(store, readProgress(text, bank))
  }
  try {
    take(localStorage.getItem(key))
  } catch {
    store.trouble = 'forbidden'
  }

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

  addEventListener('storage', (event) => {
    if (event.key !== key || event.newValue === null) return
    const { progress, problem } = readProgress(event.newValue, bank)
    if (problem === undefined) store.progress = mergeProgress(store.progress, progress)
  })
  return store
}
