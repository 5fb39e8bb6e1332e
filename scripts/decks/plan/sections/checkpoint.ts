import type { QuestionView } from '../../../../contract/question-view.ts'
import type { CheckpointQuestion } from '../../../../contract/deck.ts'
import { joinAttributions } from '../../../../contract/measure/footer.ts'
import type { LayoutContent } from '../layouts/names.ts'

/** A question for the class; its options keep the order of the view and get their letters here. */
export function checkpointSlide(question: QuestionView, title: string): LayoutContent {
  return {
    kind: 'layout',
    layout: 'checkpoint',
    props: { title, question: checkpointQuestion(question) },
    facts: [],
    questions: [question.id],
  }
}

function checkpointQuestion({ id, stem, kind, options, facts }: QuestionView): CheckpointQuestion {
  return {
    id,
    stem,
    kind,
    options: options.map(({ text, correct, because }, index) => ({
      letter: String.fromCharCode('A'.charCodeAt(0) + index),
      text,
      correct,
      because,
    })),
    attribution: joinAttributions(facts.map(({ attribution }) => attribution)),
    citation: [...new Set(facts.flatMap(({ citation }) => citation.split('; ')))].join('; '),
  }
}
