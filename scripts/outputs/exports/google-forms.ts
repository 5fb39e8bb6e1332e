// A script that makes a quiz in Google Forms, which has no format to import.

import { asOneChoice } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { jsonInPage } from '../../render/inline.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import { reasonLines } from './reasons.ts'
import { factsText } from './rich-text.ts'

/** `exports/google-forms/<quiz>.gs`. */
export const googleForms = exportOf({
  name: 'google-forms',
  makes: 'scripts for Google Forms',
  holds: held({
    own: ['hint', 'choice', 'choices'],
    no: ['tags', 'id', 'number', 'order', 'match', 'text', 'cloze', 'picture'],
  }),
  async emit(banks, { unit }, { render }) {
    const { exports: words } = messagesFor(unit.language)
    return banks.map((bank) => ({
      path: `${bank.id}.gs`,
      version: bank.title,
      data: render.templates.render('exports/google-forms.njk', {
        title: bank.title,
        quiz: jsonInPage({
          title: bank.title,
          summary: bank.summary,
          questions: bank.questions.map((question) => {
            const { described } = question
            const asked = described.form === 'verdict' ? asOneChoice(described) : described
            return {
              prompt: described.prompt,
              hint: question.hint,
              many: asked.form === 'choice' && asked.many,
              choices:
                asked.form === 'choice' ? asked.choices.map(({ text, right }) => ({ text, right })) : [],
              feedback: [
                described.feedback,
                ...reasonLines(described, words),
                factsText(question, words.behind),
              ]
                .filter((line) => line !== '')
                .join('\n'),
            }
          }),
        }),
      }),
    }))
  },
})
