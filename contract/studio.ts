// What the studio's page and its server say to each other, as JSON.

/** One step into a JSON value: a key, an index, or the element of a list that has this `id`. */
export type Step = string | number | { readonly id: string }

/** One value of a file, as it was seen and as it is to be. */
export interface Change {
  /** "facts/bridge.json". */
  file: string
  /** Empty: the whole file. */
  path: readonly Step[]
  /** What was there when the change was thought of; absent: nothing. */
  was?: unknown
  /** Absent: it goes. */
  value?: unknown
}

/** A change that was thought of for another state than the one that is there. */
export interface Conflict {
  file: string
  path: readonly Step[]
  /** What was seen, what is there now, and what was to be written; absent: nothing. */
  was?: unknown
  theirs?: unknown
  yours?: unknown
  /** Why the file takes no change at all, where that is the reason. */
  message?: string
}

/** The unit as it lies on the disk. */
export interface StudioState {
  /** Another one for every other state of the files. */
  version: string
  /** Where it lies, as the person who started the studio would write it. */
  folder: string
  /** Where the article texts lie. */
  articlesFolder: string
  /** The values of its JSON files by their names. */
  files: Record<string, unknown>
  /** Files that cannot be read, and why. */
  broken: { file: string; message: string }[]
  articles: { id: string; state: 'there' | 'missing' | 'other' }[]
  /** What would be taken back, and done again. */
  undo?: string
  redo?: string
  /** Other units that can be opened, where this folder holds none. */
  others: { folder: string; title: string }[]
}

/** A stretch of an article, in code points as evidence counts them. */
interface ArticlePart {
  start: number
  end: number
}

export interface ArticleView {
  id: string
  text: string
  blocks: readonly (ArticlePart & { role: 'text' | 'heading' | 'page' })[]
  candidates: readonly (ArticlePart & { kinds: readonly string[] })[]
  leftOut: readonly ArticlePart[]
  /** Whether words are known by which claims of this language show themselves. */
  knowsClaims: boolean
}

/** What a check says of a draft; `path` leads to the value that it is about. */
export interface DraftFinding {
  severity: 'error' | 'warning'
  rule: string
  message: string
  notes: readonly string[]
  path: readonly (string | number)[]
  words?: { start: number; end: number }
}

/** A word of a statement, and where a passage supports it, in UTF-16 units. */
interface VerdictWord {
  text: string
  start: number
  end: number
  reason: string
  places: readonly { passage: number; start: number; end: number }[]
}

export interface FactVerdict {
  /** The passages as they are pinned: those that were given, and what the draft has of other articles. */
  evidence: readonly { source: string; start: number; end: number; sha256: string }[]
  problems: readonly DraftFinding[]
  words: readonly VerdictWord[]
  passages: readonly string[]
}

/** A fact without its sentence, read from a passage. */
export interface FactProposalView {
  fact: Record<string, unknown>
  topic?: string
  reasons: readonly { of: string; because: string }[]
  newActors: readonly { id: string; name: string; kind: string; role?: string; as: readonly string[] }[]
  disagreements: readonly { fact: string; about: string; because: string }[]
  sums: readonly { arithmetic: Record<string, unknown>; because: string }[]
}

/** A question that a fact lends itself to; `question` is what a bank would hold. */
export interface QuestionProposalView {
  shape: string
  question: Record<string, unknown>
  /** Distractors that the author has to find. */
  lacks: number
  /** What the checks say of one that a model wrote. */
  findings?: readonly DraftFinding[]
}

/** A language model that may be asked for drafts: where what is asked goes. */
export interface ModelView {
  name: string
  host: string
}

/** A sentence that nobody has agreed to, held against its passages. */
export interface JudgedSentence {
  statement: string
  words: readonly VerdictWord[]
  problems: readonly DraftFinding[]
}

/** A draft of a fact as `drafts/SOURCE.json` has it. */
export interface DraftView extends JudgedSentence {
  /** Its place in the file, and what stands there. */
  index: number
  value: unknown
  by: 'article' | 'model'
  proposal: FactProposalView
}

/** What came back from a model and is no draft, and why. */
interface RefusedDraft {
  statement: string
  why: string
}

/** What came of asking a model for facts of an article. */
export interface ModelFacts {
  made: number
  /** How many words were sent. */
  sent: number
  refused: readonly RefusedDraft[]
}

export interface ModelQuestions {
  questions: readonly QuestionProposalView[]
  refused: readonly RefusedDraft[]
}

/** A wrong answer that a model wrote, and what the checks say of it. */
export interface ModelDistractor {
  option: Record<string, unknown>
  findings: readonly DraftFinding[]
}

/** An article that was read, or why it could not be. */
export type Imported =
  | {
      name: string
      id: string
      words: number
      dropped: readonly { what: string; text: string }[]
      notes: readonly string[]
    }
  | { name: string; refused: string }

/** A deck as it is planned: what stands on each slide, and for how long. */
export interface PlannedDeck {
  id: string
  minutes: number
  slides: { title: string; layout: string; minutes: number }[]
}

/** What `check` says of the whole unit. */
export interface Checked {
  errors: number
  warnings: number
  findings: {
    severity: 'error' | 'warning'
    file: string
    line: number
    message: string
    rule: string
    notes: string[]
  }[]
}
