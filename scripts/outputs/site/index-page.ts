import type { Content } from '../../decks/content.ts'
import type { Deck } from '../../../contract/deck.ts'
import { handwrittenTitles } from '../../decks/handwritten.ts'
import { statuses } from '../../../contract/status.ts'
import type { QuestionView } from '../../../contract/question-view.ts'
import type { sortMadeFiles } from './made-files.ts'
import { messagesFor, type SiteWords } from '../../../contract/messages/registry.ts'
import { fill, wordsIn, type PluralMessage } from '../../../contract/messages/wording.ts'

const levels: readonly QuestionView['level'][] = ['recall', 'understand', 'apply', 'evaluate']

/** What `site/index.njk` shows: decks, quizzes, articles and status words, every count and label worded. */
export function indexView(content: Content, files: ReturnType<typeof sortMadeFiles>) {
  const { unit, decks, banks, facts, sources } = content
  const { site: words, statuses: statusWords } = messagesFor(unit.language)
  const say = wordsIn(unit.language)
  const count = (message: PluralMessage, n: number): string => say(message, { n })
  const deckTitles = new Map(decks.map(({ id, title }) => [id, title]))
  const bySource = tally(facts.map(({ evidence }) => new Set(evidence.map(({ source }) => source))))
  const byStatus = tally(facts.map(({ status }) => [status]))
  return {
    title: unit.title,
    summary: unit.summary,
    counts: [
      count(words.counts.facts, facts.length),
      count(words.counts.articles, sources.length),
      ...(decks.length > 0 ? [count(words.counts.decks, decks.length)] : []),
      ...(banks.length > 0 ? [count(words.counts.quizzes, banks.length)] : []),
    ],
    factCount: count(words.counts.facts, facts.length),
    decks: decks.map((deck) => ({
      id: deck.id,
      title: deck.title,
      subtitle: deck.subtitle ?? '',
      summary: deck.summary,
      audience: fill(words.index.audience, { audience: deck.audience }),
      minutes: count(words.counts.minutes, deck.minutes),
      slides: count(words.counts.slides, slideCount(deck)),
      objectives: deck.objectives,
      links: links(files.of(deck.id), words),
    })),
    quizzes: banks.map((bank) => {
      const byLevel = tally(bank.questions.map(({ level }) => [level]))
      const deck = bank.deck === undefined ? undefined : deckTitles.get(bank.deck)
      return {
        id: bank.id,
        title: bank.title,
        summary: bank.summary,
        minutes: count(words.counts.minutes, bank.minutes),
        questions: count(words.counts.questions, bank.questions.length),
        levels: levels.flatMap((level) => {
          const n = byLevel.get(level)
          return n ? [`${n} ${words.levels[level]}`] : []
        }),
        ofDeck: deck === undefined ? '' : fill(words.index.ofDeck, { deck }),
        objectives: bank.objectives.map(({ text }) => text),
        links: quizLinks(files.of(bank.id), words),
      }
    }),
    sources: sources.map((source) => ({
      id: source.id,
      title: source.title,
      publisher: source.publisher ?? words.index.publisherUnknown,
      author: source.author ?? '',
      date: fill(words.index[source.basis], { date: source.date }),
      why: source.why ?? '',
      relays: source.relays,
      note: source.note ?? '',
      url: source.url && /^https?:/i.test(source.url) ? source.url : '',
      facts: count(words.counts.facts, bySource.get(source.id) ?? 0),
    })),
    statuses: statuses.map((id) => ({
      id,
      label: statusWords[id].label,
      means: statusWords[id].means,
      facts: count(words.counts.facts, byStatus.get(id) ?? 0),
    })),
    lacksPdf: !files.anyPdf && decks.length + banks.length > 0,
  }
}

/** A hand-written file may hold several slides. */
function slideCount({ slides }: Deck): number {
  return slides.reduce(
    (sum, slide) =>
      sum + (slide.kind === 'handwritten' ? handwrittenTitles(slide.markdown, slide.file).length : 1),
    0,
  )
}

/** A link as a card shows it: what it is called, what it is for. The first of a card is its main one. */
interface Link {
  href: string
  label: string
  purpose: string
  download: boolean
  /** Further links under the same purpose: the versions of a worksheet. */
  versions: { href: string; label: string }[]
}

type Files = ReturnType<ReturnType<typeof sortMadeFiles>['of']>

function links(made: Files, { index: words }: SiteWords): Link[] {
  return [
    ...link(made.oneFile, words.present, words.presentFor),
    ...presenter(made.oneFile ?? made.hosted, words.presenter, words.presenterFor),
    ...link(made.hosted, words.hosted, words.hostedFor),
    ...link(made.oneFile, words.download, words.downloadFor, true),
    ...link(made.slidesPdf, words.slidesPdf, words.slidesPdfFor),
    ...link(made.handout, words.handout, words.handoutFor),
    ...link(made.markdown, words.markdown, words.markdownFor, true),
  ]
}

function quizLinks(made: Files, { index: words }: SiteWords): Link[] {
  const versions = (each: { version: string; path: string }) => ({
    href: each.path,
    label: fill(words.worksheet, { version: each.version }),
  })
  return [
    ...link(made.play, words.play, words.playFor),
    ...group(made.worksheets.map(versions), words.worksheets, words.worksheetsFor),
    ...(made.largePrint.length > 1
      ? group(made.largePrint.map(versions), words.largePrint, words.largePrintFor)
      : link(made.largePrint[0]?.path, words.largePrint, words.largePrintFor)),
    ...link(made.key, words.key, words.keyFor),
  ]
}

function link(href: string | undefined, label: string, purpose: string, download = false): Link[] {
  return href === undefined ? [] : [{ href: encodePath(href), label, purpose, download, versions: [] }]
}

/** The presenter view is a route of the deck itself, here of its first slide. */
function presenter(path: string | undefined, label: string, purpose: string): Link[] {
  return link(path, label, purpose).map((each) => ({ ...each, href: `${each.href}#/presenter/1` }))
}

function group(versions: Link['versions'], label: string, purpose: string): Link[] {
  if (versions.length === 0) return []
  return [
    {
      href: '',
      label,
      purpose,
      download: false,
      versions: versions.map((each) => ({ ...each, href: encodePath(each.href) })),
    },
  ]
}

/** A path as a relative URL. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function tally<T>(lists: readonly Iterable<T>[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const list of lists) for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}
