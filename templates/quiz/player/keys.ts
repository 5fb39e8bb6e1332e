// The keys of a session. What they do to an answer is the question's own; the rest is here.

import { onBeforeUnmount, onMounted } from 'vue'

export interface KeyActions {
  /** Every key but the following ones; whether it was used. */
  answer(event: KeyboardEvent): boolean
  /** Enter where no control has the focus that uses it itself. */
  go(): void
  /** Left and right as the page reads: the previous or next question; whether there is such a thing. */
  turn(by: 1 | -1): boolean
}

/**
 * The letter that a key writes, as a capital; on a keyboard without Latin letters the one that would stand there.
 * Empty for every other key.
 */
export function letterOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const letter = /^[!-~]$/.test(key) ? '' : code.replace('Key', '')
  return letter.length === 1 ? letter : ''
}

/**
 * Listens while the calling component is mounted; leaves keys alone that a field, a link or the browser
 * needs.
 */
export function useKeys(actions: KeyActions): void {
  const used = (event: KeyboardEvent): boolean => {
    const { key } = event
    const target = event.target as HTMLElement
    if (target.closest('dialog')) return false
    // In a field every key writes but Enter.
    const writes = target.matches('input:not([type=radio], [type=checkbox]), select, textarea')
    if (key === 'Enter' && !target.matches('button, a, summary, select, textarea')) {
      actions.go()
      return true
    }
    if (writes) return false
    // Also where a radio has the focus, whose choice the browser would move.
    if (key === 'ArrowLeft' || key === 'ArrowRight')
      return actions.turn((key === 'ArrowRight') === (document.dir !== 'rtl') ? 1 : -1)
    return actions.answer(event)
  }
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (used(event)) event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', listen))
  onBeforeUnmount(() => removeEventListener('keydown', listen))
}
