import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { checkFactEvidence } from '../facts/evidence/check-evidence.ts'
import { loadFactBase, type FactBase } from '../facts/fact-base.ts'
import { factViews } from '../facts/fact-views.ts'
import type { FactId } from '../facts/ids.ts'
import { readingView, type ReadingView } from '../facts/reviews/reading-view.ts'
import {
  countStandings,
  formatStandings,
  reviewStandings,
  type ReviewState,
} from '../facts/reviews/review-standing.ts'
import type { Reader } from '../languages/reading.ts'
import { readContentFolder, type Reading } from '../source/content-folder.ts'
import { articleTexts } from './articles.ts'

/** A unit as a second reader meets it. */
export interface Desk {
  /** Absent where the fact base cannot be read. */
  base?: FactBase
  /** Whether facts/reviews.json is there and cannot be read: nothing may then be written into it. */
  damaged: boolean
  diagnostics: Diagnostic[]
  overview(): { unit: string; counts: string; facts: { id: string; state: ReviewState }[] }
  /** Undefined where there is no such fact. */
  reading(id: string): ReadingView | undefined
  /** The file that a fact stands in. */
  fileOf(id: string): string | undefined
}

/**
 * Reads the unit and its articles as they are now. `openReader` opens the reader of a language, where there
 * is one.
 */
export async function openDesk(
  root: string,
  articlesFolder: string,
  reading: Pick<Reading, 'followLinks'>,
  openReader: (language: string) => Promise<Reader> | undefined,
): Promise<Desk> {
  const folder = await readContentFolder(root, reading)
  const { value: base, diagnostics } = loadFactBase(folder.value?.facts ?? [])
  const said = [...folder.diagnostics, ...diagnostics]
  const damaged = hasErrors(said.filter(({ at }) => at.file === 'facts/reviews.json'))
  if (!base)
    return {
      damaged,
      diagnostics: said,
      overview: () => ({ unit: '', counts: '', facts: [] }),
      reading: () => undefined,
      fileOf: () => undefined,
    }
  const { texts, diagnostics: ofArticles } = await articleTexts(base, articlesFolder)
  const reader = await openReader(base.unit.language)
  const standings = reviewStandings(base)
  const views = factViews(base)
  return {
    base,
    damaged,
    diagnostics: [...said, ...ofArticles],
    overview: () => ({
      unit: base.unit.title,
      counts: formatStandings(countStandings(standings.values())),
      facts: Array.from(standings, ([id, { state }]) => ({ id, state })),
    }),
    reading(id) {
      const entry = base.facts.get(id as FactId)
      const view = views.get(id as FactId)
      const standing = standings.get(id as FactId)
      if (!entry || !view || !standing) return undefined
      // With all other facts there: its notes and sums may rest on them.
      const found = checkFactEvidence(entry, texts, base, reader)
      return readingView(entry.value, { base, view, texts, standing, found, reader })
    },
    fileOf: (id) => base.facts.get(id as FactId)?.place.document.file,
  }
}
