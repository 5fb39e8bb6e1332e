import type { ReadQuestion } from '../read-question.ts'
import { shown } from './markup.ts'
import { unpacked } from './qti.ts'

interface Content {
  questions: {
    library: string
    metadata: { title: string }
    params: {
      question: string
      answers: { correct: boolean; text: string; tipsAndFeedback: { chosenFeedback: string } }[]
      text: string
      questions: string[]
      overallFeedback: { feedback: string }[]
      behaviour: { randomAnswers: boolean }
    }
  }[]
}

/** The content of a question set, as its libraries read it. */
export function readH5p(data: Uint8Array): ReadQuestion[] {
  const files = unpacked(data)
  const { mainLibrary } = JSON.parse(files.get('h5p.json')!) as { mainLibrary: string }
  if (mainLibrary !== 'H5P.QuestionSet') throw new Error(mainLibrary)
  return (JSON.parse(files.get('content/content.json')!) as Content).questions.map(
    ({ library, metadata, params }) => {
      const choice = library.startsWith('H5P.MultiChoice')
      const lines = shown(choice ? params.question : params.text).split('\n')
      const behind = shown(params.overallFeedback[0]!.feedback)
      const read: ReadQuestion = { id: metadata.title, stem: lines[0]!, texts: [...lines, behind] }
      if (choice)
        return {
          ...read,
          options: params.answers.map(({ correct, text, tipsAndFeedback }) => ({
            text: shown(text),
            right: correct,
            feedback: shown(tipsAndFeedback.chosenFeedback),
            stays: !params.behaviour.randomAnswers,
          })),
        }
      const gaps = [...params.questions.join('').matchAll(/\*([^*]*)\*/g)].map(([, gap = '']) =>
        gap.split('/').map(shown),
      )
      return lines.length > 0 &&
        params.questions[0]!.startsWith('<p>*') &&
        params.questions[0]!.endsWith('*</p>')
        ? { ...read, accepted: gaps[0]! }
        : { ...read, gaps }
    },
  )
}
