import type { QuestionView } from '../../../../contract/question-view.ts'
import type { CheckpointQuestion } from '../../../../contract/deck.ts'
import { typeOf } from '../../../../question-types/types.ts'
import type { slidePicture } from '../material.ts'
import type { LayoutContent } from '../layouts/names.ts'

/** A question for the class, in the order of the view. */
export function checkpointSlide(question: QuestionView, title: string): LayoutContent {
  return {
    kind: 'layout',
    layout: 'checkpoint',
    props: { title, question: checkpointQuestion(question) },
    facts: [],
    questions: [question.id],
  }
}

/** The picture of a question, before it is asked. */
export function questionPicture(
  title: string,
  { picture, pictures }: NonNullable<ReturnType<typeof slidePicture>>,
): LayoutContent {
  return { kind: 'layout', layout: 'picture', props: { title, picture }, facts: [], questions: [], pictures }
}

function checkpointQuestion(question: QuestionView): CheckpointQuestion {
  const { id, stem, kind, facts } = question
  return {
    id,
    stem,
    kind,
    ...typeOf(question).slide(question),
    said: [...new Set(facts.map(({ said }) => said))].join('; '),
  }
}
