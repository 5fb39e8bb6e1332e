// The pages that lead to everything else: what was made, every fact with its evidence, and the glossary.
// Plain HTML that is whole without JavaScript; the script of the fact explorer only hides what a filter
// leaves out.

import { markSymbols } from '../render/mark-symbols.ts'
import { pageFonts } from '../render/page-fonts.ts'
import { hashOf, pagePolicy } from '../render/page-policy.ts'
import { output } from './output.ts'
import { factsView } from './site/facts-page.ts'
import { glossaryView } from './site/glossary-page.ts'
import { indexView } from './site/index-page.ts'
import { madeFiles } from './made-links.ts'
import { directionOf, messagesFor } from '../../contract/messages/registry.ts'

/**
 * The site: `index.html` and `facts.html`, which link what the other outputs have made, and nothing else;
 * with background `glossary.html` too.
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
      JSON.stringify([title, words.site, words.background, index, facts, glossary]),
      content.fonts,
    )
    const style = `${templates.render('site/site.css', {})}${fonts}`
    const script = templates.render('site/facts-filter.js', {})
    const policy = (scripts: string[]): string =>
      pagePolicy({ scripts, styles: [hashOf(style)], fonts: fonts !== '' })
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
      {
        path: 'facts.html',
        data: templates.render('site/facts.njk', {
          ...page,
          script,
          policy: policy([hashOf(script)]),
          ...facts,
          ...(content.marked ? { marked: content.marked } : {}),
        }),
      },
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
