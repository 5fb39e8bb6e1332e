import type { Entry } from '../facts/fact-base.ts'
import type { Outline } from './outline-schema.ts'

/** An outline with the id of its deck, which is the name of its file. */
export interface LoadedOutline extends Entry<Outline> {
  id: string
}
