import type { Deck } from '../../contract/deck.ts'
import type { DeckPrinter } from './deck-printer.ts'
import type { QuizPlayer } from './quiz-player.ts'
import type { SlidevShell } from './slidev/shell.ts'
import type { Shells } from './slidev/shells.ts'
import type { Templates } from './templates.ts'
import type { Typst } from './typst.ts'

/**
 * The engines that turn what outputs decide into bytes. Each is opened when first asked for: a build without
 * quizzes makes no player.
 */
export interface Render {
  templates: Templates
  slidev(): Promise<SlidevShell>
  /** The shells of all decks of a unit, opened once for the same list of decks. */
  shells(decks: readonly Deck[]): Promise<Shells>
  quizPlayer(): Promise<QuizPlayer>
  typst(): Promise<Typst>
  /** Starts a browser when the first deck is printed; throws BrowserMissing where there is none. */
  printer(): Promise<DeckPrinter>
}
