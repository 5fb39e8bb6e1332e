import type { BackgroundView, Gloss } from '../../../contract/background-view.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { fill } from '../../../contract/messages/wording.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import { hasWholeWords } from '../../languages/word-pattern.ts'
import type { FactBase } from '../fact-base.ts'
import { wordDate, wordWhen } from '../wording.ts'

/** All background as templates show it, in the author's order. */
export function backgroundViews(base: FactBase): BackgroundView[] {
  const messages = messagesFor(base.unit.language)
  const { background: words } = messages
  return Array.from(base.background.values(), ({ value }) => {
    const { id, kind, name, aliases, text, short, when, at, later, checked } = value
    const { by, on, reference } = checked
    return {
      id,
      kind,
      kindLabel: words.kinds[kind],
      name,
      forms: [name, ...aliases],
      text,
      short: short ?? text,
      ...(when
        ? {
            when: wordWhen(when, messages),
            period: { ...(when.from ? { from: when.from } : {}), ...(when.to ? { to: when.to } : {}) },
          }
        : {}),
      ...(at ? { at } : {}),
      ...(later ? { later: words.later } : {}),
      checked: fill(words.checked, { by, date: wordDate(on, messages), reference }),
    }
  })
}

/**
 * Finds the entries whose words stand in a text, in the order of the entries. A name that is written with a
 * capital is looked for as it is written, so that "ISW" is no part of a word and "May" no month.
 */
export type Glossary = (text: string) => BackgroundView[]

/** Prepares the search, since many texts are looked through for the same words. */
export function glossaryOf(views: readonly BackgroundView[]): Glossary {
  const wanted = views.map((view) => ({
    view,
    forms: view.forms.map((form) => {
      const words = foldTypography(form)
      const anyCase = /^\p{Ll}/u.test(form)
      return { anyCase, words: anyCase ? words.toLowerCase() : words }
    }),
  }))
  return (text) => {
    const folded = foldTypography(text)
    const lower = folded.toLowerCase()
    return wanted.flatMap(({ view, forms }) =>
      forms.some(({ anyCase, words }) => hasWholeWords(anyCase ? lower : folded, words)) ? [view] : [],
    )
  }
}

/** What stands beside the word. */
export function glossOf({ id, name, text }: BackgroundView): Gloss {
  return { id, name, text }
}
