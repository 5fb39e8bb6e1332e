import { deckChecks } from '../decks/checks/index.ts'
import { usageChecks } from '../decks/checks/usage.ts'
import type { Content } from '../decks/content.ts'
import type { DrawMap } from '../decks/plan/map/draw-map.ts'
import { locatorOf } from '../decks/plan/map/locate.ts'
import { planDecks } from '../decks/plan/plan-decks.ts'
import { withoutConsequences } from '../diagnostics/consequences.ts'
import {
  asErrors,
  hasErrors,
  sortDiagnostics,
  type Checked,
  type Diagnostic,
} from '../diagnostics/diagnostic.ts'
import type { Drafts } from '../drafts/load-drafts.ts'
import { inAuthorsOrder } from '../facts/author-order.ts'
import type { FactBase } from '../facts/fact-base.ts'
import { backgroundViews } from '../facts/background/background-views.ts'
import { factViews, sourceViews } from '../facts/fact-views.ts'
import type { Banks } from '../questions/banks.ts'
import type { Statistics } from '../questions/statistics.ts'
import { bankViews } from '../questions/question-views.ts'
import { addedFonts } from '../render/script-fonts.ts'
import type { KnownFiles, Reading } from '../source/content-folder.ts'
import { sha256 } from '../source/digest.ts'
import { findFaults } from './find-faults.ts'
import { openMaps } from './open-maps.ts'
import { readUnit, type ReadUnit, type Wary } from './read-unit.ts'

export interface Loaded {
  /** Absent after an error. */
  content?: Content
  /** The same, there too where only what was planned has errors: a text that its slide cannot hold. */
  planned?: Content
  base?: FactBase
  banks?: Banks
  /** What waits in drafts/. */
  drafts?: Drafts
  /** How classes did, kept beside the questions. */
  statistics?: Statistics[]
  /** Sorted, all of them. */
  diagnostics: Diagnostic[]
}

/**
 * From the content folder to planned decks: read, validate, cross-check, plan. Every check that can run runs,
 * so that all errors are said at once; where the unit is `strict`, warnings are errors. `articles` is a
 * folder of article texts to prove the evidence against.
 */
export async function loadContent(
  root: string,
  articles?: string,
  reading?: Reading & Wary,
): Promise<Loaded> {
  return strictly(await load(root, articles, reading))
}

async function load(root: string, articles?: string, reading?: Reading & Wary): Promise<Loaded> {
  const { value: unit, diagnostics } = await readUnit(root, reading)
  if (!unit) return { diagnostics: inOrder(diagnostics) }
  const found = await findFaults(unit, articles, reading?.sound)
  return planned(root, unit, [...diagnostics, ...found])
}

/** A unit whose decks are planned while it is still being judged. */
export interface LoadedAhead {
  /** As if nothing more were wrong with it. */
  loaded: Loaded
  /** What it comes to: what `loadContent` loads. */
  judged: Promise<Loaded>
}

/**
 * As `loadContent`, but what `findFaults` finds is found by somebody else meanwhile: `found` is asked for it, with a
 * digest of all texts that were read here. Rejects as it does.
 */
export async function loadAhead(
  root: string,
  reading: Reading & Wary,
  found: (texts: string) => Promise<Diagnostic[]>,
): Promise<LoadedAhead> {
  const { value: unit, diagnostics, texts } = await readWithDigest(root, reading)
  if (!unit) {
    const loaded = { diagnostics: inOrder(diagnostics) }
    return { loaded, judged: Promise.resolve(loaded) }
  }
  const { base, banks, drafts, statistics } = unit
  const faults = found(texts)
  const refused = async (): Promise<Loaded | undefined> => {
    const all = [...diagnostics, ...(await faults)]
    if (!hasErrors(all)) return undefined
    return strictly({ base, banks, drafts, statistics, diagnostics: inOrder(all) })
  }
  let loaded: Loaded
  try {
    loaded = planned(root, unit, diagnostics)
  } catch (thrown) {
    // What is wrong with it may have been in the way.
    const instead = await refused()
    if (!instead) throw thrown
    return { loaded: instead, judged: Promise.resolve(instead) }
  }
  const settled = async (): Promise<Loaded> =>
    (await refused()) ??
    strictly({ ...loaded, diagnostics: sortDiagnostics([...loaded.diagnostics, ...(await faults)]) })
  const judged = settled()
  // Whoever does not wait for it any more need not hear of it.
  judged.catch(() => {})
  return { loaded, judged }
}

/** Reads a unit, and a digest of its texts. */
export async function readWithDigest(
  root: string,
  reading: Reading & Wary,
): Promise<Checked<ReadUnit> & { texts: string }> {
  const known: KnownFiles = new Map()
  const read = await readUnit(root, { ...reading, known })
  const texts = [
    ...Array.from(known, ([file, { text }]) => [file, text]),
    ...(read.value?.folder.markdown ?? []),
  ]
  return { ...read, texts: sha256(...texts.flat().flatMap((text) => [text, '\0'])) }
}

/** Where the unit is strict, warnings are errors. */
function strictly(loaded: Loaded): Loaded {
  if (loaded.base?.unit.strict !== true || loaded.diagnostics.length === 0) return loaded
  const { content: _, ...rest } = loaded
  return { ...rest, diagnostics: asErrors(loaded.diagnostics) }
}

/** Plans the decks of a unit, unless something is wrong with it. */
function planned(root: string, unit: ReadUnit, before: readonly Diagnostic[]): Loaded {
  const { folder, base, banks, drafts, statistics, outlines, marked } = unit
  const diagnostics = [...before]
  if (hasErrors(diagnostics)) return { base, banks, drafts, statistics, diagnostics: inOrder(diagnostics) }

  const documents = [...folder.facts, ...folder.questions, ...folder.slides].map(({ value }) => value)
  const fonts = addedFonts(
    [JSON.stringify(documents), ...folder.markdown.values()].join(''),
    base.unit.language,
    root,
  )
  const shown = {
    ...(Object.keys(marked).length > 0 ? { marked } : {}),
    ...(fonts.length > 0 ? { fonts } : {}),
  }
  const views = factViews(base)
  const questions = bankViews(banks.banks, base, views, base.unit).map((bank) => ({ ...bank, ...shown }))
  const sources = sourceViews(base)
  const drawMap = openMaps()
  const decks = planDecks(outlines, {
    base,
    views,
    questions: new Map(
      questions.flatMap((bank) => bank.questions.map((question) => [question.id, question] as const)),
    ),
    sources,
    markdown: folder.markdown,
    pictures: folder.pictures,
    textPictures: folder.textPictures,
    questionImages: new Map(
      [...banks.questions].flatMap(([id, { value }]) => (value.image ? [[id, value.image] as const] : [])),
    ),
    drawMap,
  })
  for (const outline of outlines) {
    const deck = decks.find(({ id }) => id === outline.id)
    if (deck) diagnostics.push(...deckChecks.flatMap((check) => check(outline, deck)))
  }
  diagnostics.push(...usageChecks(base, banks, decks))
  const content: Content = {
    unit: base.unit,
    ...shown,
    ...mapOfPlaces(base, drawMap),
    sources,
    topics: base.topics.map(({ value, facts }) => ({ ...value, facts: [...facts] })),
    facts: [...views.values()],
    background: backgroundViews(base),
    banks: inAuthorsOrder(questions, ({ id }) => id, base.unit.quizzes),
    decks: inAuthorsOrder(decks, ({ id }) => id, base.unit.decks).map((deck) => ({ ...deck, ...shown })),
  }
  return {
    ...(hasErrors(diagnostics) ? {} : { content }),
    planned: content,
    base,
    banks,
    drafts,
    statistics,
    diagnostics: sortDiagnostics(diagnostics),
  }
}

/** Room for the map of the explorer, px of its drawing. */
const explorerMap = { width: 960, height: 520 } as const

/** A map of all places of facts that have coordinates. */
function mapOfPlaces(base: FactBase, drawMap: DrawMap): Pick<Content, 'placesMap'> {
  const locator = locatorOf(base)
  const names = new Set([...base.facts.values()].flatMap(({ value }) => value.places))
  const located = [...names].flatMap((name) => {
    const place = locator.place(name)
    return place ? [{ ...place, name }] : []
  })
  return located.length < 2 ? {} : { placesMap: drawMap(located, explorerMap) }
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return sortDiagnostics(withoutConsequences(diagnostics, rulesNeeding))
}

/** What cannot be judged while a file cannot be read. */
function rulesNeeding(file: string): string[] {
  if (file === 'facts/sources.json') return ['fact/known-source', 'fact/files']
  if (file === 'facts/actors.json') return ['fact/known-actor', 'fact/files', 'fact/name-in-evidence']
  if (file === 'facts/unit.json') return needLanguage
  if (file === 'facts' || file.startsWith('facts/')) return needFacts
  if (file === 'questions' || file.startsWith('questions/'))
    return ['outline/known-question', 'fact/known-order']
  return ['question/known-deck', 'fact/known-order']
}

// What language a text is in is said in facts/unit.json.
const needLanguage = [
  'fact/known-order',
  'fact/figure-in-evidence',
  'fact/date-in-evidence',
  'fact/name-in-evidence',
  'fact/hedge-kept',
  'fact/bound-kept',
  'fact/open-list-kept',
  'fact/word-in-evidence',
  'fact/opposite-word',
  'fact/negation-kept',
  'fact/roles-kept',
  'fact/mood-kept',
  'fact/attribution-kept',
  'fact/relay-kept',
  'fact/limit-kept',
  'fact/passage-used',
  'fact/judgement-status',
  'fact/scope-kept',
  'fact/link-in-evidence',
  'fact/unit-in-evidence',
  'fact/bound-in-evidence',
  'fact/excuse-needed',
  'question/key-supported',
  'question/stem-gives-away',
  'fact/record-in-article',
  'shown/figure-in-facts',
  'shown/date-in-facts',
  'shown/name-in-facts',
  'shown/excuse-needed',
]

const needFacts = [
  'fact/known-fact',
  'fact/known-order',
  'fact/disagreement-back',
  'question/known-fact',
  'question/key-supported',
  'question/key-date',
  'question/key-quantity',
  'question/key-speaker',
  'question/key-place',
  'question/key-best',
  'question/claim-bound',
  'question/claim-polarity',
  'question/claim-status',
  'question/claim-scope',
  'question/claim-said',
  'question/claim-words',
  'shown/figure-in-facts',
  'shown/date-in-facts',
  'shown/name-in-facts',
  'shown/quotation-in-articles',
  'shown/excuse-needed',
  'outline/known-fact',
  'outline/known-topic',
  'outline/known-tag',
]
