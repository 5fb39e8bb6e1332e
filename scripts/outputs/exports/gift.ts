// GIFT, Moodle's text format of questions (docs.moodle.org: "GIFT format").

import { asOneChoice, type Description } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import { nameOf, type ExportedQuestion } from './exported-question.ts'
import { reasonLines } from './reasons.ts'
import { factsText } from './rich-text.ts'

/** `exports/gift/questions.gift.txt`. */
export const gift = exportOf({
  name: 'gift',
  makes: 'GIFT',
  holds: held({
    own: ['reasons', 'tags', 'choice', 'choices', 'number', 'match', 'text'],
    no: ['order', 'cloze', 'picture'],
  }),
  refuses: ({ described }) =>
    arrowRead(described) ? 'an arrow "->" in an answer, which parts pairs in GIFT,' : undefined,
  async emit(banks, content, { render }) {
    const { exports: words } = messagesFor(content.unit.language)
    const data = render.templates.render('exports/gift.njk', {
      banks: banks.map((bank) => ({
        category: ['$course$', 'top', content.unit.title, bank.title]
          .map((title, place) => (place < 2 ? title : title.replaceAll('/', '//')))
          .join('/'),
        questions: bank.questions.map((question) => ({
          uid: escaped(question.uid),
          tags: question.tags,
          name: escaped(nameOf(question)),
          prompt: escaped(
            question.hint === ''
              ? question.described.prompt
              : `${question.described.prompt} (${words.hint}: ${question.hint})`,
          ),
          feedback: escaped(
            [question.described.feedback, ...unplaced(question), factsText(question, words.behind)]
              .filter((text) => text !== '')
              .join(' '),
          ),
          answers: answers(question.described),
        })),
      })),
    })
    return [{ path: 'questions.gift.txt', data }]

    function unplaced({ described }: ExportedQuestion): string[] {
      return described.form === 'match' ? reasonLines(described, words) : []
    }
  },
})

/**
 * What stands between the braces. Marks that mean something to GIFT are escaped, and a line that begins like
 * a comment or a category is none, since it stands within a question.
 */
function answers(described: Description): string[] {
  switch (described.form) {
    case 'verdict':
      return answers(asOneChoice(described))
    case 'choice': {
      const right = described.choices.filter((choice) => choice.right).length
      // A key with "->" at the beginning would be read as a pair to match.
      const choices = described.choices.toSorted((a, b) => Number(hasArrow(a)) - Number(hasArrow(b)))
      return choices.map((choice) => {
        const weight = described.many
          ? share((choice.right ? 100 : -100) / right)
          : choice.right
            ? '100'
            : '0'
        // What begins with a percentage would be read as the weight, so it gets one before it.
        const weighed = described.many || choice.text.startsWith('%') ? `%${weight}%` : ''
        const mark = !described.many && choice.right ? '=' : '~'
        return `${mark}${weighed}${escaped(choice.text)}${why(choice.feedback)}`
      })
    }
    case 'number':
      return [
        '#',
        `=${described.low}..${described.high}${why(described.feedback)}`,
        ...described.mistakes.map(({ low, high, feedback }) => `=%0%${low}..${high}${why(feedback)}`),
      ]
    case 'match':
      return described.pairs
        .map(({ left, right }) => `=${escaped(left)} -> ${escaped(right)}`)
        .concat(described.spare.map(({ text }) => `= -> ${escaped(text)}`))
    case 'text':
      return described.accepted
        .map((text) => `=${escaped(text)}`)
        .concat(
          (described.mistakes ?? []).flatMap(({ texts, feedback }) =>
            texts.map((text) => `=%0%${escaped(text)}${why(feedback)}`),
          ),
        )
    default:
      return []
  }
}

function hasArrow({ text, right }: { text: string; right: boolean }): boolean {
  return right && text.includes('->')
}

/** Whether "->" stands where nothing can keep it from being read as the mark of a pair. */
function arrowRead(described: Description): boolean {
  switch (described.form) {
    case 'text':
      return described.accepted.some((text) => text.includes('->'))
    case 'match':
      return [
        ...described.pairs.flatMap(({ left, right }) => [left, right]),
        ...described.spare.map(({ text }) => text),
      ].some((text) => text.includes('->'))
    default:
      return false
  }
}

function why(feedback: string): string {
  return feedback === '' ? '' : `#${escaped(feedback)}`
}

function share(percent: number): string {
  return String(Number(percent.toFixed(5)))
}

/** What means something to GIFT, escaped. `[html]` at the beginning would name the format of the text. */
function escaped(text: string): string {
  const literal = text.replaceAll(/[\\~=#{}:]/g, String.raw`\$&`)
  return /^\[(?:html|moodle|plain|markdown)\]/.test(literal) ? `[plain]${literal}` : literal
}
