// Moodle XML (docs.moodle.org: "Moodle XML format"): one file with a category for each quiz.

import type { Description } from '../../../contract/question-description.ts'
import { asOneChoice } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import { nameOf } from './exported-question.ts'
import { reasonLines, type ReasonWords } from './reasons.ts'
import { factsHtml, html, paragraphs } from './rich-text.ts'

/** `exports/moodle/questions.xml`. */
export const moodle = exportOf({
  name: 'moodle',
  markup: true,
  makes: 'Moodle XML',
  // Moodle keeps the id and gives it to the first; it never changes a question by importing.
  holds: held({
    own: ['reasons', 'hint', 'tags', 'choice', 'choices', 'number', 'order', 'match', 'text', 'cloze'],
  }),
  async emit(banks, content, { render }) {
    const { exports: words } = messagesFor(content.unit.language)
    const data = render.templates.render('exports/moodle.xml.njk', {
      banks: banks.map((bank) => ({
        id: bank.id,
        category: ['$course$', 'top', content.unit.title, bank.title].map(categoryName).join('/'),
        summary: bank.summary,
        questions: bank.questions.map((question) => ({
          name: nameOf(question),
          uid: question.uid,
          feedback:
            paragraphs(question.described.feedback, ...unplaced(question.described, words)) +
            factsHtml(question, words.behind),
          hint: question.hint === '' ? '' : paragraphs(question.hint),
          tags: question.tags,
          rightWords: paragraphs(words.right),
          wrongWords: paragraphs(`${words.answer}: ${question.described.key}`),
          ...asked(question.described),
        })),
      })),
    })
    return [{ path: 'questions.xml', data }]
  },
})

/** A slash divides categories; two are one of a name. */
function categoryName(title: string, place: number): string {
  return place < 2 ? title : title.replaceAll('/', '//')
}

/** What the template takes of a form; `type` is Moodle's name of the question type. */
function asked(described: Description): object {
  switch (described.form) {
    case 'verdict':
      return asked(asOneChoice(described))
    case 'choice': {
      const right = described.choices.filter((choice) => choice.right).length
      return {
        type: 'multichoice',
        text: paragraphs(described.prompt),
        single: !described.many,
        shuffles: described.choices.every(({ pin }) => pin === undefined),
        answers: described.choices.map((choice) => ({
          // One wrong choice takes away what one right choice gives.
          fraction: described.many
            ? percent(choice.right ? 100 / right : -100 / right)
            : choice.right
              ? '100'
              : '0',
          text: html(choice.text),
          feedback: paragraphs(choice.feedback),
        })),
      }
    }
    case 'number':
      return {
        type: 'numerical',
        text: paragraphs(described.prompt),
        unit: described.unit,
        answers: [
          { ...around(described), fraction: '100', feedback: paragraphs(described.feedback) },
          ...described.mistakes.map((mistake) => ({
            ...around(mistake),
            fraction: '0',
            feedback: paragraphs(mistake.feedback),
          })),
        ],
      }
    case 'order':
      return {
        type: 'ordering',
        text: paragraphs(described.prompt),
        answers: described.items.map(({ text }, place) => ({
          fraction: String(place + 1),
          text: html(text),
          feedback: '',
        })),
      }
    case 'match':
      return {
        type: 'matching',
        text: paragraphs(described.prompt),
        pairs: [
          ...described.pairs.map(({ left, right }) => ({ left: html(left), right })),
          ...described.spare.map(({ text }) => ({ left: '', right: text })),
        ],
      }
    case 'text':
      return {
        type: 'shortanswer',
        text: paragraphs(described.prompt),
        answers: [
          ...described.accepted.map((text) => ({ fraction: '100', text: literalStars(text), feedback: '' })),
          ...(described.mistakes ?? []).flatMap(({ texts, feedback }) =>
            texts.map((text) => ({
              fraction: '0',
              text: literalStars(text),
              feedback: paragraphs(feedback),
            })),
          ),
        ],
      }
    case 'cloze':
      return {
        type: 'cloze',
        text: `${paragraphs(described.prompt)}<p>${described.text.map((piece) => (typeof piece === 'string' ? html(piece) : gap(piece))).join('')}</p>`,
      }
  }
}

/** Reasons of forms whose parts have no feedback of their own in Moodle. */
function unplaced(described: Description, words: ReasonWords): string[] {
  return described.form === 'order' || described.form === 'match' ? reasonLines(described, words) : []
}

/** "33.33333", as Moodle writes the fractions that it knows. */
function percent(share: number): string {
  return String(Number(share.toFixed(5)))
}

/** A figure and how far from it counts as the same. */
function around({ low, high }: { low: number; high: number }): { text: string; tolerance: string } {
  return { text: figure((low + high) / 2), tolerance: figure((high - low) / 2) }
}

/** Without the dust of binary fractions: 0.3, not 0.30000000000000004. */
function figure(value: number): string {
  return String(Number(value.toPrecision(12)))
}

/** In short answers a star stands for any letters. */
function literalStars(text: string): string {
  return text.replaceAll('*', '\\*')
}

/** `{1:SHORTANSWER:=one#why~=other#why}`; what has a meaning in it is escaped. */
function gap({ accepted, feedback }: { accepted: string[]; feedback: string }): string {
  return `{1:SHORTANSWER:${accepted.map((text) => `=${inGap(text)}${feedback === '' ? '' : `#${inGap(feedback)}`}`).join('~')}}`
}

function inGap(text: string): string {
  return html(text).replaceAll(/[\\}#~/"]/g, String.raw`\$&`)
}
