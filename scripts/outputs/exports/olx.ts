// A course for Open edX (OLX, docs.openedx.org): a section for each quiz, a problem for each question.

import { asOneChoice, type Description } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { tarGz } from '../../render/tar.ts'
import { shortDigest } from '../../source/digest.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import { nameOf, type ExportedQuestion } from './exported-question.ts'
import { reasonLines } from './reasons.ts'

/** `exports/olx/course.tar.gz`. */
export const olx = exportOf({
  name: 'olx',
  makes: 'Open edX courses',
  holds: held({
    own: ['reasons', 'hint', 'id', 'choice', 'choices', 'number', 'text', 'cloze', 'formula', 'picture'],
    no: ['tags', 'order', 'match'],
  }),
  async emit(banks, { unit, marked }, { render: { templates } }) {
    const { exports: words } = messagesFor(unit.language)
    const view = {
      title: unit.title,
      language: unit.language,
      banks: banks.map((bank) => ({ name: bank.id, title: bank.title })),
    }
    const files: [string, string][] = [
      ['course/course.xml', templates.render('exports/olx/root.xml.njk', view)],
      ['course/course/course.xml', templates.render('exports/olx/course.xml.njk', view)],
      ...banks.flatMap((bank): [string, string][] => [
        [
          `course/chapter/${bank.id}.xml`,
          templates.render('exports/olx/chapter.xml.njk', {
            title: bank.title,
            problems: bank.questions.map((question) => ({ url: urlOf(question), name: nameOf(question) })),
          }),
        ],
        ...bank.questions.map((question): [string, string] => [
          `course/problem/${urlOf(question)}.xml`,
          templates.render('exports/olx/problem.xml.njk', {
            ...(marked ? { marked } : {}),
            words,
            name: nameOf(question),
            uid: question.uid,
            hint: question.hint,
            facts: question.facts,
            lines: [
              question.described.feedback,
              ...(['choice', 'verdict'].includes(question.described.form)
                ? []
                : reasonLines(question.described, words)),
            ].filter((line) => line !== ''),
            ...asked(question.described),
          }),
        ]),
      ]),
    ]
    return [{ path: 'course.tar.gz', data: tarGz(files) }]
  },
})

/** Short enough for a path in the archive, however long the ids are. */
function urlOf({ uid }: ExportedQuestion): string {
  return `q${shortDigest(uid)}`
}

function asked(described: Description): object {
  switch (described.form) {
    case 'verdict':
      return asked(asOneChoice(described))
    case 'choice':
      return {
        kind: described.many ? 'checkbox' : 'radio',
        prompt: described.prompt,
        // Open edX shuffles those between the fixed ones.
        shuffles: described.choices.some(({ pin }) => pin === undefined),
        choices: described.choices.map(({ text, right, feedback, pin }) => ({
          text,
          right,
          feedback,
          fixed: !described.many && pin !== undefined,
        })),
      }
    case 'number':
      return {
        kind: 'number',
        prompt: described.prompt,
        answer: `[${described.low},${described.high}]`,
        unit: described.unit,
      }
    case 'text':
      return { kind: 'text', prompt: described.prompt, pieces: [{ words: '', accepted: described.accepted }] }
    default:
      return {
        kind: 'text',
        prompt: described.prompt,
        pieces:
          described.form === 'cloze'
            ? described.text.map((piece) =>
                typeof piece === 'string'
                  ? { words: piece, accepted: [] }
                  : { words: '', accepted: piece.accepted },
              )
            : [],
      }
  }
}
