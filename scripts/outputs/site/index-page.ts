import { wordReviews } from '../../facts/reviews/word-reviews.ts'
import type { Content } from '../../decks/content.ts'
import type { Deck } from '../../../contract/deck.ts'
import { handwrittenTitles } from '../../decks/handwritten.ts'
import { statuses } from '../../../contract/status.ts'
import type { QuestionView } from '../../../contract/question-view.ts'
import type { Link, LinkGroup, MadeFiles } from '../made-links.ts'
import { thumbnailOf } from './deck-thumbnail.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { fill, wordsIn, type PluralMessage } from '../../../contract/messages/wording.ts'

const levels: readonly QuestionView['level'][] = ['recall', 'understand', 'apply', 'evaluate']

/** What `site/index.njk` shows: decks, quizzes, articles and status words, every count and label worded. */
export function indexView(content: Content, files: MadeFiles) {
  const { unit, decks, banks, facts, sources, background } = content
  const { site: words, statuses: statusWords, background: backgroundWords } = messagesFor(unit.language)
  const say = wordsIn(unit.language)
  const count = (message: PluralMessage, n: number): string => say(message, { n })
  const deckTitles = new Map(decks.map(({ id, title }) => [id, title]))
  const bySource = tally(facts.map(({ evidence }) => new Set(evidence.map(({ source }) => source))))
  const byStatus = tally(facts.map(({ status }) => [status]))
  const ofUnit = files.links('unit', undefined, unit.language)
  // What holds all quizzes stands above them, where there are some.
  const learn = banks.length === 0 ? undefined : firstFor('learners', ofUnit)
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
    glossary: background.length > 0 ? count(backgroundWords.entries, background.length) : '',
    reviewed: wordReviews(facts, unit.language),
    decks: decks.map((deck) => ({
      id: deck.id,
      title: deck.title,
      subtitle: deck.subtitle ?? '',
      summary: deck.summary,
      audience: fill(words.index.audience, { audience: deck.audience }),
      minutes: count(words.counts.minutes, deck.minutes),
      slides: count(words.counts.slides, slideCount(deck)),
      objectives: deck.objectives,
      thumbnail: thumbnailOf(deck),
      ...shortAndMore(files.links('deck', deck.id, unit.language)),
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
        ...shortAndMore(files.links('bank', bank.id, unit.language)),
      }
    }),
    sources: sources.map((source) => ({
      id: source.id,
      title: source.title,
      label: source.label ?? '',
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
    learn,
    whole: shortAndMore(
      ofUnit.map((group) => ({ ...group, links: group.links.filter((link) => link !== learn) })),
    ),
  }
}

/** Most actions that a card shows at once. */
const mostActions = 3

/**
 * The first link for each audience, and what is behind "more": all others, by whom they are for. What is for
 * another system stands there, with how it is brought in.
 */
function shortAndMore(groups: readonly LinkGroup[]): { actions: Link[]; links: LinkGroup[] } {
  const direct = groups.filter(({ audience }) => audience !== 'systems')
  const firsts = direct.flatMap(({ links }) => links.find(({ href }) => href) ?? [])
  const all = direct.flatMap(({ links }) => links.filter(({ href }) => href))
  const actions = [...new Set([...firsts, ...all])].slice(0, mostActions)
  return {
    actions,
    links: groups
      .map((group) => ({ ...group, links: group.links.filter((link) => !actions.includes(link)) }))
      .filter(({ links }) => links.length > 0),
  }
}

function firstFor(audience: LinkGroup['audience'], groups: readonly LinkGroup[]): Link | undefined {
  return groups.find((group) => group.audience === audience)?.links.find(({ href }) => href)
}

/** A hand-written file may hold several slides. */
function slideCount({ slides }: Deck): number {
  return slides.reduce(
    (sum, slide) =>
      sum + (slide.kind === 'handwritten' ? handwrittenTitles(slide.markdown, slide.file).length : 1),
    0,
  )
}

function tally<T>(lists: readonly Iterable<T>[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const list of lists) for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}
