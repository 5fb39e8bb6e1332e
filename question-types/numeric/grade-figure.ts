import type { Mistake, PlayerNumeric } from './numeric-view.ts'
import { liesBetween } from './read-figure.ts'

/** An answer: what was written, and the figures as which it can be read. */
export interface WrittenFigure {
  text: string
  values: number[]
}

/** Right where one of its readings is. */
export function isRightFigure({ low, high }: PlayerNumeric, { values }: WrittenFigure): boolean {
  return values.some((value) => liesBetween(value, low, high))
}

/** The mistakes that a wrong answer makes. */
export function mistakesOf(question: PlayerNumeric, answer: WrittenFigure): Mistake[] {
  if (isRightFigure(question, answer)) return []
  return question.mistakes.filter(({ value }) =>
    answer.values.some((each) => liesBetween(each, value, value)),
  )
}
