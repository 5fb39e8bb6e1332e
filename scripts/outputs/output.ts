// What an output is. It declares everything about itself, and whatever speaks of outputs walks the table:
// `--only`, the help, the preview, progress, the links of the index.

import type { Content } from '../decks/content.ts'
import type { Deck } from '../../contract/deck.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Options, Values } from '../diagnostics/options.ts'
import type { BankView } from '../../contract/question-view.ts'
import type { SupportView } from '../facts/reviews/support-views.ts'
import type { ArticleText } from '../source/normalise.ts'
import type { Render } from '../render/render.ts'
import type { Holds } from './holding.ts'
import type { LinkWords } from './link-words.ts'

/** What stands in a file. Pieces follow each other: what many files have in common is in memory once. */
export type FileData = string | Uint8Array | readonly Uint8Array[]

/** The same without pieces, where a file is served instead of written; what is in pieces is text. */
export function inOnePiece(data: FileData): string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array ? data : Buffer.concat(data).toString()
}

/** A file of the output tree. */
export interface OutputFile<Kind extends string = string> {
  /** Relative to the tree, with forward slashes. */
  path: string
  data: FileData
  /** Of those that the output declares. Absent: a part of another file, which nobody looks for by itself. */
  kind?: Kind
  /** Where there are several of a kind, which one this is: "A". */
  version?: string
}

/** Whom a file is for. Links to it stand under a heading that says so. */
export const audiences = ['class', 'teachers', 'learners', 'authors', 'systems'] as const
export type Audience = (typeof audiences)[number]

/** A link to a file. */
export interface FileLink {
  /** What the link is called and what it is for. */
  words: LinkWords
  for: Audience
  /** Where in the page it leads: `#/presenter/1`. */
  fragment?: string
  /** Whether a browser should keep the file instead of showing it. */
  download?: boolean
}

/** A kind of file that an output makes. */
export interface FileKind {
  /** How people get there, the main way first; several lead to a page that is used in several ways. */
  links: readonly FileLink[]
  /**
   * `slides`: the page shows the slides of its deck; `#/3` leads to the third, and an open page takes over
   * new data in place. `questions`: it shows those of its bank. Pages that speak of a slide or a question
   * link to the first that does.
   */
  shows?: 'slides' | 'questions'
  /** Whether people should begin here. */
  start?: boolean
}

/** What an output may look at and use. */
export interface Making<O extends Options = Options> {
  /** The whole unit, whatever the scope. */
  content: Content
  render: Render
  options: Values<O>
  /** Names what is being made, to a person who waits. */
  progress(what: string): void
  /** The article texts by the id of their source, where a build was given them. */
  articles?: ReadonlyMap<string, ArticleText>
  /** What supports each statement, by the id of its fact, where a build was given the articles. */
  support?: ReadonlyMap<string, SupportView>
  /** What the others have made, for an output that `linksOthers`; empty for all else. */
  made: readonly Made[]
}

/** What a file is. */
export interface Made {
  path: string
  kind: FileKind
  version?: string | undefined
  /** Whose it is. */
  of: Subject
  /** What stands in it, for an output that `packsOthers`. */
  data?: FileData
}

/** What files are made of: the unit, or one of its decks or banks. */
export type Subject = { scope: 'unit' } | { scope: 'deck' | 'bank'; id: string }

interface Declared<O extends Options, Kind extends string> {
  /** As `--only` and progress call it; lower-case words joined by hyphens. */
  name: string
  /** What it makes, for the help and for "no ... were made": "decks". */
  makes: string
  /** The kinds of files that people look for, by names of its own. */
  files: Readonly<Record<Kind, FileKind>>
  options: O
  /**
   * Whether a browser makes it: then it is no part of the preview, and a build goes on without it where there
   * is no browser.
   */
  needsBrowser?: boolean
  /** Whether a process of its own makes it, beside which others can be made. */
  elsewhere?: boolean
  /** Whether it is made only where `--only` names it. */
  onDemand?: boolean
  /**
   * What of a question it holds. What says so is an export: made where `--only`, `--exports` or the unit's
   * `"exports"` ask for it.
   */
  holds?: Holds
  /** Whether it explains exports: it is made wherever one of them is. */
  explainsExports?: boolean
  /** Whether it is made after the others and told what they made. */
  linksOthers?: boolean
  /** How many decks or banks are in the making at the same time; one unless it says so. */
  atOnce?: number
}

/** Makes files of the whole unit. */
interface ForUnit<O extends Options, Kind extends string> extends Declared<O, Kind> {
  scope: 'unit'
  /** What the content asks for that the format cannot express; said before anything is made. */
  limits?(content: Content): Diagnostic[]
  /** Pure but for what `render` does. */
  emit(content: Content, making: Making<O>): Promise<OutputFile<Kind>[]>
}

/**
 * All of the content that goes into the files of a deck or bank, as JSON has it, so that a build can leave those
 * that would come out the same; their options are added. Who does not say so is always made.
 */
type MadeFrom<T> = (subject: T, content: Content) => unknown

/** Makes files of each deck; a preview asks for one deck alone. */
interface ForDeck<O extends Options, Kind extends string> extends Declared<O, Kind> {
  scope: 'deck'
  madeFrom?: MadeFrom<Deck>
  limits?(deck: Deck, content: Content): Diagnostic[]
  emit(deck: Deck, making: Making<O>): Promise<OutputFile<Kind>[]>
  /**
   * Files that the deck has in common with others, such as scripts of its pages: what several decks name is
   * there once.
   */
  shared?(deck: Deck, making: Making<O>): Promise<OutputFile[]>
}

/** Makes files of each bank of questions. */
interface ForBank<O extends Options, Kind extends string> extends Declared<O, Kind> {
  scope: 'bank'
  madeFrom?: MadeFrom<BankView>
  limits?(bank: BankView, content: Content): Diagnostic[]
  emit(bank: BankView, making: Making<O>): Promise<OutputFile<Kind>[]>
}

/**
 * One kind of output. It decides which files there are and what stands in them; how text becomes a page or a
 * PDF is the render stage's. Outputs do not know each other: adding one means a file with one of these and a
 * line in the table.
 */
export type Output<O extends Options = Options, Kind extends string = string> =
  | ForUnit<O, Kind>
  | ForDeck<O, Kind>
  | ForBank<O, Kind>

/** Declares an output; `emit` is checked against the options and kinds that stand beside it. */
export function output<const O extends Options, Kind extends string>(
  declared: ForUnit<O, Kind>,
): ForUnit<O, Kind>
export function output<const O extends Options, Kind extends string>(
  declared: ForDeck<O, Kind>,
): ForDeck<O, Kind>
export function output<const O extends Options, Kind extends string>(
  declared: ForBank<O, Kind>,
): ForBank<O, Kind>
export function output(declared: Output): Output {
  return declared
}
