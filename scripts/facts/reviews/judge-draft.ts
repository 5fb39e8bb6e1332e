// The verdict on a fact that somebody is writing: all that the checks would say of it if it were saved, and
// each word of its statement with what supports it. Nothing is read or written.

import { asErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Reader } from '../../languages/reading.ts'
import { DraftDocument, isInDraft } from '../../source/draft-document.ts'
import { Place, type PathSegment } from '../../source/json-document.ts'
import type { ArticleText } from '../../source/normalise.ts'
import { validate } from '../../source/validate.ts'
import { factChecks } from '../checks/index.ts'
import { checkFactEvidence } from '../evidence/check-evidence.ts'
import type { WordSupport } from '../evidence/word-support.ts'
import type { FactBase } from '../fact-base.ts'
import { Fact } from '../fact-schema.ts'
import { factDigest } from './fact-digest.ts'
import { passagesOf } from '../evidence/passages.ts'
import { factSupport } from './reading-view.ts'

/** What a check says of a draft. */
interface DraftProblem {
  severity: Diagnostic['severity']
  rule: string
  message: string
  notes: readonly string[]
  /** Where in the draft: `['quantities', 0, 'value']`. Empty: the fact as a whole. */
  path: readonly PathSegment[]
  /** Of the text at `path` the words that it is about, in UTF-16 units; absent: all of it. */
  words?: { start: number; end: number }
}

export interface DraftVerdict {
  /** The draft as a fact, its defaults filled in; absent where it has not the shape of one. */
  fact?: Fact
  /** What a review of the fact as it stands would agree to. */
  digest?: string
  /** Errors first, then in the order of the rules. */
  problems: readonly DraftProblem[]
  /**
   * Each word of the statement with its reason, in its order; empty without a reader, for a draft that has
   * not the shape of a fact, and where a passage cannot be read.
   */
  words: readonly WordSupport[]
  /** The words of the evidence, in its order: `words` points into them. */
  passages: readonly string[]
}

/** What a draft is judged against. */
export interface DraftUnit {
  base: FactBase
  /** The articles by id of their source, those alone that are the recorded ones; see `articleTexts`. */
  texts: ReadonlyMap<string, ArticleText>
  /** Compares word by word; absent: figures, dates, names, hedges and quotations alone are compared. */
  reader: Reader | undefined
}

/**
 * Judges a fact that is not saved yet, as `check --articles` would judge it in its unit: in the place of the
 * fact with its id, or beside the others. What becomes wrong with other facts is not said. Pure; a draft of any
 * shape is answered. Some milliseconds in a unit of a thousand facts.
 * @param draft as JSON: what stands in `facts` of a topic.
 */
export function judgeDraft(draft: unknown, { base, texts, reader }: DraftUnit): DraftVerdict {
  const document = new DraftDocument(draft)
  const { value: fact, diagnostics } = validate(Fact, document)
  if (!fact) return { problems: problemsOf(diagnostics), words: [], passages: [] }
  const entry = { value: fact, place: new Place(document) }
  const unit = { ...base, facts: new Map([...base.facts, [fact.id, entry]]) }
  const found = [
    ...factChecks.flatMap((check) => check(unit)),
    ...checkFactEvidence(entry, texts, unit, reader),
  ]
  const passages = passagesOf(fact, texts)
  const readable = passages.every((passage) => passage !== '')
  return {
    fact,
    digest: factDigest(fact),
    problems: problemsOf(base.unit.strict === true ? asErrors(found) : found),
    words: reader && readable ? factSupport(fact, base, texts, reader) : [],
    passages,
  }
}

/** Of all that was found what is about the draft. */
function problemsOf(diagnostics: readonly Diagnostic[]): DraftProblem[] {
  return diagnostics
    .flatMap(({ at, severity, rule, message, notes, words }): DraftProblem[] =>
      isInDraft(at)
        ? [
            {
              severity,
              rule,
              message,
              notes: notes.map((note) => note.message),
              path: at.path,
              ...(words ? { words } : {}),
            },
          ]
        : [],
    )
    .toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}
