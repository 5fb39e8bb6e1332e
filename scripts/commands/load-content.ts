import { deckChecks } from '../decks/checks/index.ts'
import { usageChecks } from '../decks/checks/usage.ts'
import type { Content } from '../decks/content.ts'
import { loadOutlines } from '../decks/outlines.ts'
import { frontmatterChecks } from '../decks/checks/frontmatter.ts'
import type { DrawMap } from '../decks/plan/map/draw-map.ts'
import { locatorOf } from '../decks/plan/map/locate.ts'
import { pictureChecks } from '../decks/checks/pictures.ts'
import { nothingRuns, reachChecks } from '../decks/checks/reach.ts'
import { planDecks } from '../decks/plan/plan-decks.ts'
import { withoutConsequences } from '../diagnostics/consequences.ts'
import { asErrors, hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { loadDrafts, type Drafts } from '../drafts/load-drafts.ts'
import { factChecks } from '../facts/checks/index.ts'
import { checkEvidence } from '../facts/evidence/check-evidence.ts'
import { copiedWording } from '../facts/evidence/copied-wording.ts'
import { inAuthorsOrder } from '../facts/author-order.ts'
import { lookAtAll } from '../facts/found-sound.ts'
import { knownInOrder, loadFactBase, type FactBase } from '../facts/fact-base.ts'
import { forgetNames } from '../facts/evidence/name-index.ts'
import { checkShownTexts, proofOf, type Proof } from '../facts/shown-texts.ts'
import { questionTexts } from '../questions/shown-texts.ts'
import { deckTexts } from '../decks/shown-texts.ts'
import { unitTexts } from '../facts/unit-texts.ts'
import { backgroundViews } from '../facts/background/background-views.ts'
import { factViews, sourceViews } from '../facts/fact-views.ts'
import { loadBanks, type Banks } from '../questions/banks.ts'
import { checkQuestions } from '../questions/checks/index.ts'
import type { Reader } from '../languages/reading.ts'
import { loadStatistics, type Statistics } from '../questions/statistics.ts'
import { bankViews } from '../questions/question-views.ts'
import { addedFonts } from '../render/script-fonts.ts'
import { setMarks } from '../render/set-marks.ts'
import { readContentFolder, type Reading } from '../source/content-folder.ts'
import { withoutMarks } from '../source/marked-fields.ts'
import { normaliseText, runningText } from '../source/normalise.ts'
import { markdownTextChecks, textChecks } from '../source/text-checks.ts'
import { openMaps } from './open-maps.ts'
import { openReader } from './open-reader.ts'
import type { SoundMemory } from './remembered-sound.ts'
import { isLarge, spareMemory } from './spare-memory.ts'
import { articlesOf, recorded } from './articles.ts'

/** How much of a unit is believed. */
export interface Wary {
  /** Hand-written slides may hold nothing that runs. */
  dataOnly?: boolean
  /** What was found sound before need not be looked at again. Absent: everything is looked at. */
  sound?: SoundMemory
}

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
  const loaded = await load(root, articles, reading)
  if (loaded.base?.unit.strict !== true || loaded.diagnostics.length === 0) return loaded
  const { content: _, ...rest } = loaded
  return { ...rest, diagnostics: asErrors(loaded.diagnostics) }
}

async function load(root: string, articles?: string, reading?: Reading & Wary): Promise<Loaded> {
  const diagnostics: Diagnostic[] = []
  const keep = <T>({
    value,
    diagnostics: found,
  }: {
    value?: T
    diagnostics: Diagnostic[]
  }): T | undefined => {
    diagnostics.push(...found)
    return value
  }
  const folder = keep(await readContentFolder(root, reading))
  if (!folder || folder.facts.length === 0) return { diagnostics: inOrder(diagnostics) }
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
  if (!base) return { diagnostics: inOrder(diagnostics) }
  if (isLarge(base)) spareMemory()
  diagnostics.push(...factChecks.flatMap((check) => check(base)))
  const drafts = keep(loadDrafts(folder.drafts, base)) ?? new Map()
  const lookAt = reading?.sound?.beside(base) ?? lookAtAll
  let proof: Proof | undefined
  let reader: Reader | undefined
  if (articles !== undefined) {
    const texts = await articlesOf(articles)
    reader = await openReader(base.unit.language)
    proof = proofOf(base, recorded(base, texts), reader)
    const used = Array.from(base.sources.values()).flatMap(({ value }) => texts.get(value.file) ?? [])
    diagnostics.push(
      ...checkEvidence(base, texts, reader, lookAt),
      ...copiedWording(
        [...folder.facts, ...folder.questions, ...folder.slides].map((each) => withoutMarks(each).document),
        used.map((raw) => runningText(normaliseText(raw))),
        lookAt,
      ),
    )
  }

  const deckIds = new Set(
    folder.slides.map(({ file }) => file.replace(/^slides\//, '').replace(/\.json$/, '')),
  )
  const banks = keep(loadBanks(folder.questions, base, deckIds)) ?? { banks: [], questions: new Map() }
  const statistics = keep(loadStatistics(folder.statistics, banks)) ?? []
  diagnostics.push(...checkQuestions(banks, base, reader, lookAt))
  const outlines = keep(loadOutlines(folder.slides, base, banks.questions, folder.markdown)) ?? []
  const { questions: asked } = banks
  const beside = { base, questions: asked, markdown: folder.markdown }
  diagnostics.push(
    ...checkShownTexts(
      [...unitTexts(base), ...questionTexts(banks, base), ...deckTexts(outlines, beside)],
      base,
      proof,
      lookAt,
    ),
  )
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
  if (isLarge(base)) forgetNames(base)
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
