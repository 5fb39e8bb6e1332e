import { contentStems, type KeyWords } from '../../languages/language.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Choice } from '../../../question-types/question-type.ts'
import type { AnyQuestion } from '../../../question-types/question-fields.ts'
import type { Asked, Fitted } from './asked.ts'
import { dateFits } from './date-fits.ts'
import { quantityFits } from './quantity-fits.ts'
import { speakerFits } from './speaker-fits.ts'

/** Reads a question once for all rules about its keys. */
export function readQuestion(
  question: AnyQuestion,
  choices: readonly Choice[],
  base: FactBase,
  words: KeyWords,
): Fitted {
  const stem = contentStems(question.stem, base.language)
  const read = choices.map((choice, index) => ({
    choice,
    index,
    text: choice.text,
    stems: contentStems(choice.text, base.language),
  }))
  const asked: Asked = {
    question,
    facts: question.facts.flatMap((id) => base.facts.get(id)?.value ?? []),
    stem,
    options: read.map((each) => ({
      ...each,
      own: [...each.stems].filter((word) => !stem.has(word) && !read.every(({ stems }) => stems.has(word))),
    })),
  }
  return {
    ...asked,
    quantities: quantityFits(asked, base),
    dates: dateFits(asked, base, words),
    speakers: speakerFits(asked, base, words),
  }
}
