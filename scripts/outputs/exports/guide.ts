// `exports/README.html`: how to import each export, and what of a question it holds.

import { messagesFor, directionOf } from '../../../contract/messages/registry.ts'
import { hashOf, pagePolicy } from '../../render/page-policy.ts'
import { formOf, forms, properties } from '../holding.ts'
import { output, type Made } from '../output.ts'
import { nameOf } from './exported-question.ts'
import { exports } from './table.ts'

/** The page beside the exports. Its table is what they declare; what was left out is what `limits` says. */
export const exportsGuide = output({
  name: 'exports-guide',
  makes: 'the page about exports',
  scope: 'unit',
  onDemand: true,
  explainsExports: true,
  linksOthers: true,
  options: {},
  files: { guide: { links: [{ words: 'exportsGuide', for: 'systems' }] } },
  async emit(content, { render: { templates }, made }) {
    const { language, title } = content.unit
    const { exports: words, site } = messagesFor(language)
    const style = templates.render('site/site.css', {})
    const columns = [...properties, ...forms]
    const filesOf = (name: string): readonly Made[] =>
      made.filter(({ path }) => path.startsWith(`exports/${name}/`))
    const shown = exports.filter(({ name }) => filesOf(name).length > 0)
    const data = templates.render('site/exports.njk', {
      language,
      direction: directionOf(language),
      unit: title,
      title: words.guide.title,
      words: site,
      guide: words.guide,
      style,
      policy: pagePolicy({ scripts: [], styles: [hashOf(style)] }),
      columns: columns.map((column) => words.guide.is[column]),
      rows: shown.map(({ name, holds, leftOut }) => ({
        name,
        ...site.files[name],
        files: filesOf(name).map(({ path, version = path.split('/').at(-1)! }) => ({
          href: path.slice('exports/'.length).split('/').map(encodeURIComponent).join('/'),
          label: version,
        })),
        holds: columns.map((column) => holds[column]),
        leftOut: leftOut(content).map((question) => ({
          stem: nameOf(question),
          form: words.guide.is[formOf(question.described)],
        })),
      })),
    })
    return [{ path: 'exports/README.html', data, kind: 'guide' }]
  },
})
