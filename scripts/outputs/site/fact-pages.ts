// The explorer in pages: how the facts of a large unit are dealt to pages, and what each of them shows.

import { group } from 'd3-array'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { wordsIn } from '../../../contract/messages/wording.ts'
import type { FactsView, FactShown, TopicShown } from './facts-page.ts'

/**
 * Most facts of an explorer on one page: it weighs 830 kB then, and is usable in half a second. With 1,000 it takes
 * twice as long, with 3,000 five times (`npm run bench -- explorer`).
 */
export const mostOnOnePage = 500

/** Most facts of one of several pages: with what supports each word it stays below a megabyte. */
const mostOfPage = 100

/** A page of facts of one topic. */
export interface FactPage {
  /** Relative to the output, with forward slashes. */
  path: string
  topic: TopicShown
  /** What it is called among all others: its topic, and which facts of it where they are on several pages. */
  heading: string
  /** The same among the pages of its topic. */
  label: string
  facts: readonly FactShown[]
}

/** All pages, in the order of the topics: one for each topic, or several where it has many facts. */
export function factPages({ topics }: Pick<FactsView, 'topics'>, language: string): FactPage[] {
  const figures = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
  const taken = new Set<string>()
  return topics.flatMap((topic) => {
    const { id, title, facts } = topic
    // Facts that no topic lists are together under a name that a topic of the author's may have.
    const name = taken.has(id) ? `_${id}` : id
    taken.add(name)
    const several = facts.length > mostOfPage
    return Array.from({ length: Math.ceil(facts.length / mostOfPage) }, (_, n): FactPage => {
      const own = facts.slice(n * mostOfPage, (n + 1) * mostOfPage)
      const first = n * mostOfPage + 1
      const range = `${figures.format(first)}–${figures.format(first + own.length - 1)}`
      return {
        // No id has a dot in it.
        path: `facts/${n === 0 ? name : `${name}.${n + 1}`}.html`,
        topic,
        heading: several ? `${title}, ${range}` : title,
        label: several ? range : title,
        facts: own,
      }
    })
  })
}

/** What `site/facts-start.njk` shows: topics and their pages with the names of their facts. */
export function factsStartView(facts: FactsView, pages: readonly FactPage[], language: string) {
  const { site: words } = messagesFor(language)
  const { count, total } = facts
  const say = wordsIn(language)
  return {
    ...facts,
    inPages: say(words.facts.inPages, { n: count }),
    fitForms: Object.fromEntries(
      Object.entries(words.facts.fit).map(([form, text]) => [
        form,
        String(text).replace('{total}', () => total),
      ]),
    ),
    topics: Array.from(
      group(pages, ({ topic }) => topic),
      ([{ id, title, summary, n }, own]) => ({
        id,
        title,
        summary,
        n,
        several: own.length > 1,
        pages: own.map(({ path, label, facts: shown }) => ({
          path,
          label,
          ids: shown.map((fact) => fact.id),
        })),
      }),
    ),
  }
}

/** What `site/facts-lead.js.njk` finds a fact in: of each page its ids in one string, a blank around each. */
export function idsOfPages(pages: readonly FactPage[]): { path: string; ids: string }[] {
  return pages.map(({ path, facts }) => ({ path, ids: ` ${facts.map(({ id }) => id).join(' ')} ` }))
}

/** What `site/facts-page.njk` shows. */
export function factPageView(pages: readonly FactPage[], n: number, pageOf: ReadonlyMap<string, FactPage>) {
  const page = pages[n]!
  const beside = (other: FactPage | undefined) =>
    other ? { href: nameOf(other), title: other.heading } : false
  return {
    up: '../',
    heading: page.heading,
    summary: page.topic.summary,
    before: beside(pages[n - 1]),
    after: beside(pages[n + 1]),
    facts: page.facts.map((fact) => ({
      ...fact,
      disagreements: fact.disagreements.map((other) => {
        const its = pageOf.get(other.fact)
        return { ...other, page: its && its !== page ? nameOf(its) : '' }
      }),
    })),
  }
}

/** From one page of facts to another. */
function nameOf({ path }: FactPage): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
