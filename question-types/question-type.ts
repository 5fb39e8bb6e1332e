// What the compiler asks of a question type. A type is one object in one folder, entered in types.ts; nothing
// else reads its kind, its key or the letters of its options. What is shown of it to learners lies beside it:
// player.ts, Checkpoint.vue, page/ and print.typ.

import type { z } from 'zod'
import type { SlideText } from '../contract/capacity.ts'
import type { CheckpointQuestion } from '../contract/deck.ts'
import type { Description } from '../contract/question-description.ts'
import type { QuestionView } from '../contract/question-view.ts'
import type { Diagnostic } from '../scripts/diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../scripts/facts/fact-base.ts'
import type { QuantityRef } from '../scripts/facts/fact-schema.ts'
import type { FactId } from '../scripts/facts/ids.ts'
import type { PathSegment } from '../scripts/source/json-document.ts'
import type { AnyQuestion } from './question-fields.ts'

/** Where something stands in a question: `['options', 2, 'because']`. */
type Path = readonly PathSegment[]

/** One of several answers to pick from. */
export interface Choice {
  /** As shown, a quantity worded. */
  text: string
  right: boolean
  because: string
  path: Path
  quantity?: QuantityRef
  /** The fact of which a distractor is true; stands at `trueOf` below `path`. */
  trueOf?: FactId
}

/** An answer that is written, beside the mistakes that are explained. */
interface Written {
  /** What is asked, with the text around the gap. */
  asked: string
  choices: readonly Choice[]
  /** The text with an answer filled in. */
  filled?: (answer: string) => string
}

/**
 * A right answer. It has to rest on the facts of its question: by naming a quantity, or by figures, dates,
 * names and words that stand there.
 */
interface Key {
  text: string
  path: Path
  /** Instead of words of the author's own. */
  quantity?: QuantityRef
  /** The one of its facts on which it rests; absent where it may be any of them. */
  fact?: FactId
}

/** A question taken apart, for rules of item writing and for reports. In the author's order. */
export interface QuestionParts {
  /**
   * How many of `choices` a learner picks; `none` where the answer is written or put together, and `choices`
   * is empty.
   */
  picks: 'one' | 'several' | 'none'
  choices: readonly Choice[]
  /** What is written instead, a field each: the best right answer, and what is explained as a mistake. */
  written?: readonly Written[]
  /** What belongs together, and the fact that joins it. */
  pairs?: readonly { left: string; right: string; fact?: FactId; path: Path }[]
  /** Where the stem claims something instead of asking: whether it is so. */
  claims?: boolean
  /** `choices` in the order that the id of the question seeds. */
  shuffled(): readonly Choice[]
  keys: readonly Key[]
  /**
   * What the author wrote beside stem and hint; `what` calls it by name in messages: "option", "explanation".
   */
  texts: readonly { what: string; text: string; path: Path }[]
}

/** What the notes of a checkpoint say: the answers, then why each choice is right or wrong. */
interface Spoken {
  /** "B, the cables"; several where all of them have to be named. */
  keys: readonly string[]
  /**
   * `of`: the letter of the choice that the reason belongs to. Where there are no letters the reason stands
   * alone.
   */
  reasons: readonly { of?: string; right: boolean; because: string }[]
}

/**
 * A question type. `Q` is the question as authors write it, `V` what is shown of it, `S` what its slide
 * takes. All functions are pure. References that point nowhere are reported by `check` and left out by all
 * others.
 */
export interface QuestionType<
  Q extends AnyQuestion = AnyQuestion,
  V extends QuestionView = QuestionView,
  S extends CheckpointQuestion = CheckpointQuestion,
> {
  /** What the learner does, in a line of docs/authoring.md. */
  about: string
  /** What it cannot do, on the same line, a clause each. */
  cannot: readonly string[]
  /**
   * The folder of its templates below `question-types/`: `page/question.njk`, `page/answer.njk`, `print.typ`.
   */
  folder: string
  /** `questionFields`, its own fields, and `kind` as a literal. */
  schema: z.ZodType<Q>
  /**
   * Stem and own fields of a question about fact `mayor-cost` of the unit in docs/authoring.md, as an author
   * would write them. The tests carry it through every output.
   */
  example: Readonly<Record<string, unknown>>
  /**
   * Fixed words of its own by language, as plain JSON; English is there in any case. Absent where it needs
   * none.
   */
  words?: Readonly<Record<string, object>>

  /** What a schema cannot say: whether what it names exists, whether it has a key. */
  check(entry: Entry<Q>, base: FactBase): Diagnostic[]
  parts(question: Q, base: FactBase): QuestionParts

  /** Its own part of the view, in the author's order. */
  view(question: Q, base: FactBase): Omit<V, keyof QuestionView>
  /**
   * The view in the order that `seed` gives, with letters where it has letters. The same seed gives the same
   * order everywhere.
   */
  arrange(view: V, seed: string): V
  /**
   * Its own part of what a learner sees, for the hash of the question: who answered it when it read otherwise
   * answered another question.
   */
  seen(view: V): unknown

  /** The key in a word or two for the answers section of a page: "B" or "12,000 tonnes". */
  key(view: V): string
  /** What an export may ask; in the order of the view. */
  describe(view: V): Description

  /** What a checkpoint on a slide shows beside stem and sources. */
  slide(view: V): Omit<S, keyof CheckpointQuestion>
  /** The texts of its slide that have a limit (contract/capacity.ts), without the stem. */
  slideTexts(question: S): SlideText[]
  /** Why a slide has no room for it: "5 options, expected at most 4 on a slide". */
  slideOverflow?(question: S): string | undefined
  spoken(question: S): Spoken

  /** How many columns of letters its line of the answer grid takes. */
  letters(view: V): number
  /** Where it has none: for how many columns its line needs room; absent where those of a word do. */
  room?(view: V): number
  /** What `question` of print.typ takes. */
  sheet(view: V): object
  /** What `solution` of print.typ takes: its line of the answer grid, filled in. */
  solution(view: V): object
  /**
   * What `reasons` of print.typ takes; `versions` are the same question as each version of the worksheet
   * shows it.
   */
  reasons(view: V, versions: readonly V[]): object
}
