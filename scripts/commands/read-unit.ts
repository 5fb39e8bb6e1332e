import type { MarkedTexts } from '../../contract/marked-text.ts'
import { frontmatterChecks } from '../decks/checks/frontmatter.ts'
import { pictureChecks } from '../decks/checks/pictures.ts'
import { nothingRuns, reachChecks } from '../decks/checks/reach.ts'
import type { LoadedOutline } from '../decks/loaded-outline.ts'
import { loadOutlines } from '../decks/outlines.ts'
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts'
import { loadDrafts, type Drafts } from '../drafts/load-drafts.ts'
import { factChecks } from '../facts/checks/index.ts'
import { knownInOrder, loadFactBase, type FactBase } from '../facts/fact-base.ts'
import { loadBanks, type Banks } from '../questions/banks.ts'
import { loadStatistics, type Statistics } from '../questions/statistics.ts'
import { setMarks } from '../render/set-marks.ts'
import { readContentFolder, type ContentFolder, type Reading } from '../source/content-folder.ts'
import { markdownTextChecks, textChecks } from '../source/text-checks.ts'
import type { SoundMemory } from './remembered-sound.ts'
import { isLarge, spareMemory } from './spare-memory.ts'

/** How much of a unit is believed. */
export interface Wary {
  /** Hand-written slides may hold nothing that runs. */
  dataOnly?: boolean
  /** What was found sound before need not be looked at again. Absent: everything is looked at. */
  sound?: SoundMemory
}

/** A unit as its authors left it: every file is read, and each name leads to what it names. */
export interface ReadUnit {
  folder: ContentFolder
  base: FactBase
  banks: Banks
  outlines: LoadedOutline[]
  /** What waits in drafts/. */
  drafts: Drafts
  /** How classes did, kept beside the questions. */
  statistics: Statistics[]
  /** Formulas of texts, set. */
  marked: MarkedTexts
}

/** Reads a unit, and says what of it cannot be read or leads nowhere. Absent where nothing can be said of the rest. */
export async function readUnit(root: string, reading?: Reading & Wary): Promise<Checked<ReadUnit>> {
  const diagnostics: Diagnostic[] = []
  const keep = <T>({ value, diagnostics: found }: Checked<T>): T | undefined => {
    diagnostics.push(...found)
    return value
  }
  const folder = keep(await readContentFolder(root, reading))
  if (!folder || folder.facts.length === 0) return { diagnostics }
  diagnostics.push(
    ...textChecks([...folder.facts, ...folder.questions, ...folder.slides]),
    ...markdownTextChecks(folder.markdown),
    ...pictureChecks(folder),
    ...frontmatterChecks(folder.markdown),
    ...reachChecks(folder.markdown),
    ...(reading?.dataOnly ? nothingRuns(folder.markdown) : []),
  )
  const marked = keep(await setMarks([...folder.facts, ...folder.questions], folder.textPictures))!
  const base = keep(loadFactBase(folder.facts))
  if (!base) return { diagnostics }
  if (isLarge(base)) spareMemory()
  diagnostics.push(...factChecks.flatMap((check) => check(base)))
  const drafts = keep(loadDrafts(folder.drafts, base)) ?? new Map()
  const deckIds = new Set(
    folder.slides.map(({ file }) => file.replace(/^slides\//, '').replace(/\.json$/, '')),
  )
  const banks = keep(loadBanks(folder.questions, base, deckIds)) ?? { banks: [], questions: new Map() }
  const statistics = keep(loadStatistics(folder.statistics, banks)) ?? []
  const outlines = keep(loadOutlines(folder.slides, base, banks.questions, folder.markdown)) ?? []
  const unitDocument = folder.facts.find(({ file }) => file === 'facts/unit.json')
  diagnostics.push(
    ...knownInOrder(unitDocument, 'decks', base.unit.decks, [...deckIds]),
    ...knownInOrder(
      unitDocument,
      'quizzes',
      base.unit.quizzes,
      banks.banks.map(({ id }) => id),
    ),
  )
  return { value: { folder, base, banks, outlines, drafts, statistics, marked }, diagnostics }
}
