// QTI 1.2 in two dialects: that of Canvas, in which New Quizzes takes it too, and that of Common Cartridge.

import { asOneChoice, matchable, type Description } from '../../../contract/question-description.ts'
import type { Messages } from '../../../contract/messages/registry.ts'
import type { ExportedBank } from './export-of.ts'
import { nameOf, type ExportedQuestion } from './exported-question.ts'
import { reasonLines } from './reasons.ts'
import { factsHtml, html, paragraphs } from './rich-text.ts'

/** Which words a question type goes by. */
export type Dialect = 'canvas' | 'cartridge'

interface Field {
  label: string
  entry: string
}

interface Condition {
  response: string
  range?: { low: number; high: number }
  equal: string[]
  not: string[]
  all: boolean
  ends: boolean
  action: 'Set' | 'Add'
  score: string
  shows: string
}

/** What assessment.xml.njk takes of a bank. */
export function assessmentOf(bank: ExportedBank, dialect: Dialect, words: Messages['exports']) {
  return {
    identifier: `quiz.${bank.id}`,
    title: bank.title,
    summary: bank.summary,
    // Classic quizzes shuffle all questions or none.
    shuffles: bank.questions.every(
      ({ described }) =>
        described.form !== 'choice' || described.choices.every(({ pin }) => pin === undefined),
    ),
    fields:
      dialect === 'canvas'
        ? [{ label: 'cc_maxattempts', entry: 'unlimited' }]
        : [
            { label: 'cc_profile', entry: 'cc.exam.v0p1' },
            { label: 'qmd_assessmenttype', entry: 'Examination' },
            { label: 'qmd_scoretype', entry: 'Percentage' },
            { label: 'qmd_feedbackpermitted', entry: 'Yes' },
            { label: 'qmd_hintspermitted', entry: 'No' },
            { label: 'qmd_solutionspermitted', entry: 'No' },
            { label: 'cc_maxattempts', entry: 'unlimited' },
          ],
    items: bank.questions.map((question) => itemOf(question, dialect, words)),
  }
}

function itemOf(question: ExportedQuestion, dialect: Dialect, words: Messages['exports']): object {
  const { described } = question
  const placed = described.form === 'choice' || described.form === 'verdict'
  const item = asked(described, dialect)
  const general =
    paragraphs(described.feedback, ...(placed ? [] : reasonLines(described, words))) +
    factsHtml(question, words.behind)
  const fields: Field[] =
    dialect === 'canvas'
      ? [
          { label: 'question_type', entry: item.type },
          { label: 'points_possible', entry: '1' },
          { label: 'factdeck_tags', entry: question.tags.join(' ') },
        ]
      : [
          { label: 'cc_profile', entry: item.type },
          { label: 'cc_question_category', entry: question.tags.join(' ') },
        ]
  return {
    ...item,
    identifier: `q.${question.uid.replace('/', '.')}`,
    name: nameOf(question),
    fields,
    text:
      item.text + (question.hint === '' ? '' : `<p><em>${html(`${words.hint}: ${question.hint}`)}</em></p>`),
    feedback: [{ identifier: 'general_fb', html: general }, ...item.feedback],
  }
}

/** A response that is given, and what it leads to. */
function condition(given: Partial<Condition> & { response: string }): Condition {
  return { equal: [], not: [], all: false, ends: false, action: 'Set', score: '', shows: '', ...given }
}

interface Asked {
  type: string
  text: string
  decimal?: boolean
  responses: object[]
  conditions: Condition[]
  feedback: { identifier: string; html: string }[]
}

function asked(described: Description, dialect: Dialect): Asked {
  switch (described.form) {
    case 'verdict':
      return asked(asOneChoice(described), dialect)
    case 'choice': {
      const { choices, many } = described
      const rightOnes = choices.flatMap(({ right }, n) => (right ? `c${n}` : []))
      return {
        type:
          dialect === 'canvas'
            ? many
              ? 'multiple_answers_question'
              : 'multiple_choice_question'
            : many
              ? 'cc.multiple_response.v0p1'
              : 'cc.multiple_choice.v0p1',
        text: paragraphs(described.prompt),
        responses: [
          {
            identifier: 'response1',
            cardinality: many ? 'Multiple' : 'Single',
            text: '',
            // New Quizzes shuffle question by question, between what is locked (instructure/qti).
            shuffles: dialect === 'canvas' && choices.some(({ pin }) => pin === undefined),
            labels: choices.map(({ text, pin }, n) => ({
              identifier: `c${n}`,
              text,
              locked: dialect === 'canvas' && pin !== undefined && choices.some((each) => !each.pin),
            })),
          },
        ],
        conditions: [
          ...choices.map((_, n) => condition({ response: 'response1', equal: [`c${n}`], shows: `c${n}_fb` })),
          condition({
            response: 'response1',
            equal: rightOnes,
            not: many ? choices.flatMap(({ right }, n) => (right ? [] : `c${n}`)) : [],
            all: many,
            ends: true,
            score: '100',
          }),
        ],
        feedback: choices.map(({ feedback }, n) => ({ identifier: `c${n}_fb`, html: paragraphs(feedback) })),
      }
    }
    case 'number':
      return {
        type: 'numerical_question',
        text: paragraphs(described.prompt + (described.unit === '' ? '' : ` (${described.unit})`)),
        decimal: true,
        responses: [{ identifier: 'response1' }],
        conditions: [
          condition({
            response: 'response1',
            range: { low: described.low, high: described.high },
            ends: true,
            score: '100',
          }),
        ],
        feedback: [],
      }
    case 'match': {
      const texts = matchable(described)
      return {
        type: 'matching_question',
        text: paragraphs(described.prompt),
        responses: described.pairs.map(({ left }, n) => ({
          identifier: `response_l${n}`,
          cardinality: 'Single',
          text: left,
          labels: texts.map((text, m) => ({ identifier: `r${m}`, text })),
        })),
        conditions: described.pairs.map(({ right }, n) =>
          condition({
            response: `response_l${n}`,
            equal: [`r${texts.indexOf(right)}`],
            action: 'Add',
            score: (100 / described.pairs.length).toFixed(2),
          }),
        ),
        feedback: [],
      }
    }
    case 'text':
      return {
        type: dialect === 'canvas' ? 'short_answer_question' : 'cc.fib.v0p1',
        text: paragraphs(described.prompt),
        responses: [{ identifier: 'response1' }],
        conditions: [
          condition({ response: 'response1', equal: described.accepted, ends: true, score: '100' }),
        ],
        feedback: [],
      }
    case 'cloze': {
      const gaps = described.text.filter((piece) => typeof piece !== 'string')
      return {
        type: 'fill_in_multiple_blanks_question',
        text: `${paragraphs(described.prompt)}<p>${described.text.map((piece) => (typeof piece === 'string' ? html(piece) : `[g${gaps.indexOf(piece)}]`)).join('')}</p>`,
        responses: gaps.map(({ accepted }, n) => ({
          identifier: `response_g${n}`,
          cardinality: 'Single',
          text: `g${n}`,
          labels: accepted.map((text, m) => ({ identifier: `a${m}`, text })),
        })),
        conditions: gaps.map(({ accepted }, n) =>
          condition({
            response: `response_g${n}`,
            equal: accepted.map((_, m) => `a${m}`),
            action: 'Add',
            score: (100 / gaps.length).toFixed(2),
          }),
        ),
        feedback: [],
      }
    }
    case 'order':
      throw new TypeError('QTI 1.2 of Canvas and cartridges has no order')
  }
}
