// The pages that lead to everything else: what was made, every fact with its evidence, and the glossary. Plain
// HTML that is whole without JavaScript; the script of the fact explorer only hides what a filter leaves out.

import { hashOf, pagePolicy } from '../render/page-policy.ts'
import { output } from './output.ts'
import { factsView } from './site/facts-page.ts'
import { glossaryView } from './site/glossary-page.ts'
import { indexView } from './site/index-page.ts'
import { madeFiles } from './made-links.ts'
import { marks, swatchSvg } from '../../contract/status.ts'
import { directionOf, messagesFor } from '../../contract/messages/registry.ts'

/**
 * The site: `index.html` and `facts.html`, which link what the other outputs have made, and nothing else; with
 * background `glossary.html` too.
 */
export const site = output({
  name: 'site',
  makes: 'the index and the fact explorer',
  scope: 'unit',
  linksOthers: true,
  options: {},
  files: { index: { start: true, links: [] } },
  async emit(content, { render: { templates }, made }) {
    const files = madeFiles(made)
    const style = templates.render('site/site.css', {})
    const script = templates.render('site/facts-filter.js', {})
    const { language, title } = content.unit
    const page = {
      language,
      direction: directionOf(language),
      unit: title,
      words: messagesFor(language).site,
      backgroundWords: messagesFor(language).background,
      style,
      marks: marks.map((id) => ({ id, swatch: swatchSvg(id, 'var(--paper, Canvas)') })),
    }
    return [
      {
        path: 'index.html',
        data: templates.render('site/index.njk', {
          ...page,
          policy: pagePolicy({ scripts: [], styles: [hashOf(style)] }),
          ...indexView(content, files),
        }),
        kind: 'index',
      },
      {
        path: 'facts.html',
        data: templates.render('site/facts.njk', {
          ...page,
          script,
          policy: pagePolicy({ scripts: [hashOf(script)], styles: [hashOf(style)] }),
          ...factsView(content, files),
        }),
      },
      ...(content.background.length > 0
        ? [
            {
              path: 'glossary.html',
              data: templates.render('site/glossary.njk', {
                ...page,
                policy: pagePolicy({ scripts: [], styles: [hashOf(style)] }),
                ...glossaryView(content),
              }),
            },
          ]
        : []),
    ]
  },
})
