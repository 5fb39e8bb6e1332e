// What of a question a format of another system can hold. Each export declares it; `limits`, the page
// exports/README.html and the tests derive from the declaration.

import type { Description } from '../../contract/question-description.ts'

/**
 * `own`: in a place that the system knows as such. `words`: all of it, as words of another text. `no`: left
 * out.
 */
export type Holding = 'own' | 'words' | 'no'

/**
 * What a question has beside what is asked, what may be answered and what is right, which every format holds.
 */
export const properties = [
  /** Why each choice is right or wrong. */
  'reasons',
  'hint',
  /** The statements that the question rests on. */
  'facts',
  /** How sure each of them is, and who says so. */
  'status',
  /** Where each of them stands. */
  'sources',
  /** Level and objective, to sort questions by. */
  'tags',
  /** An id by which a second import changes the question instead of adding another. */
  'id',
  /** What is written in TeX, drawn; in words, the TeX itself. */
  'formula',
  /** Left out, its alternative text stands in its place. */
  'picture',
] as const
export type Property = (typeof properties)[number]

/** How a question is answered. `choice` is one of several, `choices` several of them. */
export const forms = ['choice', 'choices', 'verdict', 'number', 'order', 'match', 'text', 'cloze'] as const
export type Form = (typeof forms)[number]

/** The form of a question. */
export function formOf(description: Description): Form {
  return description.form === 'choice' && description.many ? 'choices' : description.form
}

/**
 * What an export holds. A question of a form that it does not hold is left out; one that it holds in `words`
 * is asked as something else, with all that belongs to it.
 */
export type Holds = Readonly<Record<Property | Form, Holding>>

/** What an export holds of all: in words, but for what it has a place for and what it leaves out. */
export function held({ own = [], no = [] }: Partial<Record<'own' | 'no', (Property | Form)[]>>): Holds {
  return Object.fromEntries(
    [...properties, ...forms].map((each) => [
      each,
      own.includes(each) ? 'own' : no.includes(each) ? 'no' : 'words',
    ]),
  ) as Record<Property | Form, Holding>
}
