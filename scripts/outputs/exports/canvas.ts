// A QTI 1.2 package as Canvas imports it: each quiz becomes a practice quiz.

import { messagesFor } from '../../../contract/messages/registry.ts'
import { zip } from '../../render/zip.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import { assessmentOf } from './qti12.ts'

/** `exports/canvas/quizzes.zip`. */
export const canvas = exportOf({
  name: 'canvas',
  markup: true,
  makes: 'Canvas packages',
  // Canvas finds what it has imported by its identifier and changes it.
  holds: held({
    own: ['reasons', 'tags', 'id', 'choice', 'choices', 'number', 'match', 'text', 'cloze'],
    no: ['order'],
  }),
  async emit(banks, { unit }, { render: { templates } }) {
    const { exports: words } = messagesFor(unit.language)
    const assessments = banks.map((bank) => assessmentOf(bank, 'canvas', words))
    const data = zip([
      [
        'imsmanifest.xml',
        templates.render('exports/canvas/manifest.xml.njk', { title: unit.title, banks: assessments }),
      ],
      ...assessments.flatMap((bank): [string, string][] => [
        [
          `${bank.identifier}/${bank.identifier}.xml`,
          templates.render('exports/canvas/assessment.xml.njk', { bank }),
        ],
        [`${bank.identifier}/assessment_meta.xml`, templates.render('exports/canvas/meta.xml.njk', { bank })],
      ]),
    ])
    return [{ path: 'quizzes.zip', data }]
  },
})
