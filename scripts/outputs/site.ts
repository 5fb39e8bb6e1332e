// The two pages that lead to everything else: what was made, and every fact with its evidence. Plain HTML that is whole
// without JavaScript; the script of the fact explorer only hides what a filter leaves out.

import { createHash } from 'node:crypto'
import type { Output } from './output.ts'
import { factsView } from './site/facts-page.ts'
import { indexView } from './site/index-page.ts'
import { sortMadeFiles } from './site/made-files.ts'
import { directionOf, messagesFor } from '../../contract/messages/registry.ts'

/**
 * The site: `index.html` and `facts.html`. `made` is asked when pages are made and names the files that the other
 * outputs have made (paths relative to the output folder): only these are linked, so this output comes last.
 */
export function siteOutput(made: () => readonly string[]): Output {
  return {
    name: 'site',
    limits: () => [],
    async emit(content, { templates }, progress) {
      progress('site')
      const files = sortMadeFiles(made())
      const style = templates.render('site/site.css', {})
      const script = templates.render('site/facts-filter.js', {})
      const { language, title } = content.unit
      const page = {
        language,
        direction: directionOf(language),
        unit: title,
        words: messagesFor(language).site,
        style,
      }
      return [
        {
          path: 'index.html',
          data: templates.render('site/index.njk', {
            ...page,
            policy: policy(style),
            ...indexView(content, files),
          }),
        },
        {
          path: 'facts.html',
          data: templates.render('site/facts.njk', {
            ...page,
            script,
            policy: policy(style, script),
            ...factsView(content, files),
          }),
        },
      ]
    },
  }
}

/** A Content-Security-Policy that lets the page run its own inline style and script and nothing else (CSP Level 3, hash sources). */
function policy(style: string, script?: string): string {
  return [
    `default-src 'none'`,
    `style-src '${digest(style)}'`,
    `script-src ${script === undefined ? `'none'` : `'${digest(script)}'`}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
