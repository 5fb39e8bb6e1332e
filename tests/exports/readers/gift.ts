import { parse } from 'gift-pegjs'
import type { ReadQuestion } from '../read-question.ts'

interface Text {
  text: string
}
interface Answer {
  isCorrect: boolean
  weight: number | null
  text: Text & { numberLow?: number; numberHigh?: number }
  feedback: Text | null
}
interface Parsed {
  type: string
  id: string | null
  tags: string[] | null
  stem: Text
  choices?: Answer[]
  matchPairs?: { subquestion: Text; subanswer: string }[]
  globalFeedback: Text | null
}

/** GIFT by the grammar of gift-pegjs, which is not ours. */
export function readGift(text: string): ReadQuestion[] {
  return (parse(text) as unknown as Parsed[])
    .filter(({ type }) => type !== 'Category')
    .map((question) => {
      const [, stem = question.stem.text, hint] =
        /^(.*?) \((?:Hint|Hinweis|Підказка|تلميح): (.*)\)$/s.exec(question.stem.text) ?? []
      const choices = (question.choices ?? []).map(({ isCorrect, weight, text: answer, feedback }) => ({
        ...answer,
        right: weight === null ? isCorrect : weight > 0,
        feedback: feedback?.text ?? '',
      }))
      const right = choices.filter((choice) => choice.right)
      const read: ReadQuestion = {
        ...(question.id === null ? {} : { id: question.id }),
        stem,
        tags: question.tags ?? [],
        ...(hint === undefined ? {} : { hint }),
        texts: [
          question.stem.text,
          question.globalFeedback?.text ?? '',
          ...choices.map(({ feedback }) => feedback),
        ],
      }
      switch (question.type) {
        case 'MC':
          return { ...read, options: choices }
        case 'Numerical':
          return { ...read, range: { low: right[0]!.numberLow!, high: right[0]!.numberHigh! } }
        case 'Matching':
          return {
            ...read,
            pairs: question.matchPairs!.map(({ subquestion, subanswer }): [string, string] => [
              subquestion.text,
              subanswer,
            ]),
          }
        case 'Short':
          return { ...read, accepted: right.map(({ text: accepted }) => accepted) }
        default:
          throw new Error(`type ${question.type}`)
      }
    })
}
