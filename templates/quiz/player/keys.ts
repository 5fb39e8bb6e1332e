// One set of keys for every question on screen.

import { onBeforeUnmount, onMounted } from 'vue'

export interface KeyActions {
  /** A to F or 1 to 6: the place of an option, from 0. */
  choose(place: number): void
  /** Up and down: the next or previous option. */
  move(by: 1 | -1): void
  /** Enter where no control has the focus that uses it itself. */
  go(): void
  /** Left and right: the previous or next question. */
  turn(by: 1 | -1): void
}

/** Listens while the calling component is mounted; leaves keys alone that a field, a link or the browser needs. */
export function useKeys(actions: KeyActions): void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const target = event.target as HTMLElement
    const choice = target.matches('input[type=radio], input[type=checkbox]')
    if (target.matches('input, select, textarea') && !choice) return
    const place = event.key.length === 1 ? '123456'.indexOf(event.key) : -1
    // The place on the keyboard, so that A is A on a Cyrillic layout too.
    const letter = /^Key([A-F])$/.exec(event.code)?.[1]
    const step = event.key.endsWith('Down') || event.key.endsWith('Right') ? 1 : -1
    if (place >= 0) actions.choose(place)
    else if (letter) actions.choose(letter.charCodeAt(0) - 65)
    else if (event.key === 'Enter' && !target.matches('button, a, summary')) actions.go()
    else if (/^Arrow(Up|Down)$/.test(event.key) && !choice && !event.shiftKey) actions.move(step)
    else if (/^Arrow(Left|Right)$/.test(event.key) && !choice) actions.turn(step)
    else return
    event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', listen))
  onBeforeUnmount(() => removeEventListener('keydown', listen))
}
