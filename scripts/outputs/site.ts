// The pages that lead to everything else: what was made, every fact with its evidence, and the glossary.
// Plain HTML that is whole without JavaScript; the script of the fact explorer only hides what a filter
// leaves out, or finds it where the facts are on many pages.

import { jsonInPage } from '../render/inline.ts'
import { markSymbols } from '../render/mark-symbols.ts'
import { pageFonts } from '../render/page-fonts.ts'
import { hashOf, pagePolicy } from '../render/page-policy.ts'
import { output } from './output.ts'
import { factPages, factPageView, factsStartView, idsOfPages, mostOnOnePage } from './site/fact-pages.ts'
import { factsView } from './site/facts-page.ts'
import { glossaryView } from './site/glossary-page.ts'
import { indexView } from './site/index-page.ts'
import { searchIndex } from './site/search-index.ts'
import { madeFiles } from './made-links.ts'
import { directionOf, messagesFor } from '../../contract/messages/registry.ts'

/**
 * The site: `index.html` and `facts.html`, which link what the other outputs have made, and nothing else;
 * with background `glossary.html` too. Of a large unit `facts.html` is where one begins and searches, and the facts
 * are on pages below `facts/`.
 */
export const site = output({
  name: 'site',
  makes: 'the index and the fact explorer',
  scope: 'unit',
  linksOthers: true,
  options: {},
  files: { index: { start: true, links: [] } },
  async emit(content, { render: { templates }, made, support }) {
    const files = madeFiles(made)
    const { language, title } = content.unit
    const words = messagesFor(language)
    const [index, facts, glossary] = [
      indexView(content, files),
      factsView(content, files, support),
      glossaryView(content),
    ]
    const fonts = await pageFonts(
      words.language,
      () => JSON.stringify([title, words.site, words.background, index, facts, glossary]),
      content.fonts,
    )
    const isLarge = content.facts.length > mostOnOnePage
    const ofPages = isLarge ? templates.render('site/facts-pages.css', {}) : ''
    const style = `${templates.render('site/site.css', {})}${ofPages}${fonts}`
    const policy = (scripts: string[], loadsScripts = false): string =>
      pagePolicy({ scripts, styles: [hashOf(style)], fonts: fonts !== '', loadsScripts })
    const page = {
      language,
      direction: directionOf(language),
      unit: title,
      words: words.site,
      backgroundWords: words.background,
      // Said on both pages: a build may be passed on from either.
      showsPassages: [...(support?.values() ?? [])].some(({ passages }) => passages !== undefined),
      style,
      marks: markSymbols(),
    }
    const marked = content.marked ? { marked: content.marked } : {}
    const onePage = () => {
      const script = templates.render('site/facts-filter.js.njk', {})
      return {
        path: 'facts.html',
        data: templates.render('site/facts.njk', {
          ...page,
          script,
          policy: policy([hashOf(script)]),
          ...facts,
          ...marked,
        }),
      }
    }
    const inPages = () => {
      const pages = factPages(facts, language)
      const pageOf = new Map(pages.flatMap((each) => each.facts.map(({ id }) => [id, each] as const)))
      const parts = searchIndex(pages)
      const lead = templates.render('site/facts-lead.js.njk', { factPages: jsonInPage(idsOfPages(pages)) })
      const script = templates.render('site/facts-search.js.njk', {})
      const start = templates.render('site/facts-start.njk', {
        ...page,
        lead,
        script,
        policy: policy([hashOf(lead), hashOf(script)], true),
        index: parts.map(({ path }) => path),
        ...factsStartView(facts, pages, language),
        ...marked,
      })
      const { title: heading } = facts
      return [
        { path: 'facts.html', data: start },
        ...pages.map(({ path }, n) => ({
          path,
          data: templates.render('site/facts-page.njk', {
            ...page,
            policy: policy([]),
            title: heading,
            ...factPageView(pages, n, pageOf),
            ...marked,
          }),
        })),
        ...parts,
      ]
    }
    return [
      {
        path: 'index.html',
        data: templates.render('site/index.njk', {
          ...page,
          policy: policy([]),
          ...index,
        }),
        kind: 'index',
      },
      ...(isLarge ? inPages() : [onePage()]),
      ...(content.background.length > 0
        ? [
            {
              path: 'glossary.html',
              data: templates.render('site/glossary.njk', {
                ...page,
                policy: policy([]),
                ...glossary,
              }),
            },
          ]
        : []),
    ]
  },
})
