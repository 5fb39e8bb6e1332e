import { nextTick } from 'vue'

/** Gives the focus to the heading, where a screen begins. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('#player h1')?.focus({ preventScroll: true })
}

/** The same once all is drawn, if what had the focus is gone then. */
export function keepFocus(): void {
  void nextTick(() => document.activeElement === document.body && focusHeading())
}
