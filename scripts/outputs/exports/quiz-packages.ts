// The quiz page as a package of a learning system: SCORM 1.2, SCORM 2004, cmi5. A page around it talks to the
// system; the quiz page itself is the one that learners know.

import { directionOf } from '../../../contract/messages/registry.ts'
import type { ExportName } from '../../../contract/export-names.ts'
import { hashOf, pagePolicy } from '../../render/page-policy.ts'
import { escapeScript, jsonInPage } from '../../render/inline.ts'
import { zip } from '../../render/zip.ts'
import { forms, held, properties } from '../holding.ts'
import { quizPage } from '../quiz-page.ts'
import { exportOf, type Export } from './export-of.ts'
import { exportedQuestions } from './exported-question.ts'
import { interactionOf } from './interactions.ts'

/** It is the page itself. */
const everything = held({ own: [...properties.filter((each) => each !== 'tags'), ...forms], no: ['tags'] })

interface Kind {
  name: ExportName
  makes: string
  manifest: string
  /** Files of templates/exports/package/ that make `lms`. */
  scripts: readonly string[]
  /** How many characters of progress the system keeps. */
  most: number
  /** Whether the page talks to a server of its own accord. */
  connects?: boolean
}

/** `exports/scorm12/<quiz>.zip`. The standard has room for 4,096 characters of progress. */
export const scorm12 = quizPackage({
  name: 'scorm12',
  makes: 'SCORM 1.2 packages',
  manifest: 'imsmanifest.xml',
  scripts: ['find.js', 'scorm12.js'],
  most: 4096,
})

/** `exports/scorm2004/<quiz>.zip`; 64,000 characters. */
export const scorm2004 = quizPackage({
  name: 'scorm2004',
  makes: 'SCORM 2004 packages',
  manifest: 'imsmanifest.xml',
  scripts: ['find.js', 'scorm2004.js'],
  most: 64_000,
})

/** `exports/cmi5/<quiz>.zip`; its statements are xAPI. */
export const cmi5 = quizPackage({
  name: 'cmi5',
  makes: 'cmi5 packages',
  manifest: 'cmi5.xml',
  scripts: ['cmi5.js'],
  most: 1_000_000,
  connects: true,
})

function quizPackage({ name, makes, manifest, scripts, most, connects = false }: Kind): Export {
  return exportOf({
    name,
    makes,
    holds: everything,
    async emit(_, { unit, banks }, { render }) {
      const { templates } = render
      const player = await render.quizPlayer()
      const css = 'html,body{margin:0;height:100%}iframe{display:block;width:100%;height:100%;border:0}'
      const packed = banks
        .filter(({ questions }) => questions.length > 0)
        .map(async (bank) => {
          const settings = {
            key: `factdeck-quiz/${bank.unit}/${bank.id}`,
            most,
            questions: exportedQuestions(bank).map(({ id, described }) => ({
              id,
              stem: Array.from(described.prompt).slice(0, 250).join(''),
              ...interactionOf(described),
            })),
          }
          const js = escapeScript(
            [
              '(() => {',
              `const settings = ${jsonInPage(settings)}`,
              ...[...scripts, 'host.js'].map((file) => templates.render(`exports/package/${file}.njk`, {})),
              '})()',
            ].join('\n'),
          )
          const view = {
            id: bank.id,
            title: bank.title,
            summary: bank.summary,
            language: unit.language,
            direction: directionOf(unit.language),
            css,
            js,
            policy: `${pagePolicy({ scripts: [hashOf(js)], styles: [hashOf(css)] })}; frame-src 'self'${connects ? '; connect-src *' : ''}`,
          }
          return {
            path: `${bank.id}.zip`,
            version: bank.title,
            data: zip([
              [manifest, templates.render(`exports/package/${name}.xml.njk`, view)],
              ['index.html', templates.render('exports/package/index.html.njk', view)],
              ['quiz.html', await quizPage(bank, templates, player)],
            ]),
          }
        })
      return Promise.all(packed)
    },
  })
}
