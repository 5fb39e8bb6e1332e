// The passages that facts rest on, for a teacher who may print the articles: a page of their own, made where
// the articles are and nowhere else.

import { markSymbols } from '../render/mark-symbols.ts'
import { hashOf, pagePolicy } from '../render/page-policy.ts'
import { pageFonts } from '../render/page-fonts.ts'
import type { FactView } from '../../contract/fact-view.ts'
import { directionOf, messagesFor } from '../../contract/messages/registry.ts'
import type { Content } from '../decks/content.ts'
import type { ArticleText } from '../source/normalise.ts'
import { readingPackFile } from './passage-links.ts'
import { output } from './output.ts'

/** The page at `readingPackFile`. Nothing where there are no articles: then it has nothing to show. */
export const readingPack = output({
  name: 'reading-pack',
  makes: 'the reading pack',
  scope: 'unit',
  onDemand: true,
  options: {},
  files: { pack: { links: [{ words: 'readingPack', for: 'teachers' }] } },
  async emit(content, { articles, render: { templates } }) {
    if (!articles) return []
    const { language, title } = content.unit
    const words = messagesFor(language)
    const parts = readingParts(content, articles)
    const fonts = await pageFonts(
      words.language,
      () => JSON.stringify([title, words.site, parts]),
      content.fonts,
    )
    const style = `${templates.render('site/site.css', {})}${fonts}`
    return [
      {
        path: readingPackFile,
        kind: 'pack',
        data: templates.render('site/reading-pack.njk', {
          language,
          direction: directionOf(language),
          unit: title,
          title: words.site.pack.title,
          words: words.site,
          style,
          marks: markSymbols(),
          policy: pagePolicy({ scripts: [], styles: [hashOf(style)], fonts: fonts !== '' }),
          parts,
        }),
      },
    ]
  },
})

interface Passage {
  start: number
  end: number
  facts: FactView[]
}

/** The articles in the order of sources.json, each with its passages in reading order; what overlaps is one. */
function readingParts({ facts, sources }: Content, articles: ReadonlyMap<string, ArticleText>) {
  const met = new Set<string>()
  /** A fact leads to the first of its passages. */
  const isFirst = ({ id }: FactView) => !met.has(id) && Boolean(met.add(id))
  return sources.flatMap(({ id, title, citation }) => {
    const article = articles.get(id)
    if (!article) return []
    const passages: Passage[] = []
    const spans = facts
      .flatMap((fact) =>
        fact.evidence.filter(({ source }) => source === id).map(({ start, end }) => ({ start, end, fact })),
      )
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
    for (const { start, end, fact } of spans) {
      const last = passages.at(-1)
      if (!last || start >= last.end) passages.push({ start, end, facts: [fact] })
      else {
        last.end = Math.max(last.end, end)
        if (!last.facts.includes(fact)) last.facts.push(fact)
      }
    }
    return [
      {
        id,
        title,
        citation,
        passages: passages.map((passage) => ({
          anchors: passage.facts.filter(isFirst).map(({ id: fact }) => fact),
          text: paragraphsOf(article.span(passage.start, passage.end)),
          facts: passage.facts.map((fact) => ({
            id: fact.id,
            short: fact.short,
            status: fact.status,
            statusLabel: fact.statusLabel,
          })),
        })),
      },
    ]
  })
}

/** Lines of one paragraph are one; a blank line parts paragraphs. */
function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' '))
}
