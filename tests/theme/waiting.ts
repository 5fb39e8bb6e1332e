// What slides keep for their clicks.

import type { LayoutSlide } from '../../contract/deck.ts'
import en from '../../contract/messages/en/slides.json' with { type: 'json' }
import { barPanels } from '../../contract/measure/bars.ts'
import { fill } from '../../contract/messages/wording.ts'
import { typeOf } from '../../question-types/types.ts'

/** What a slide keeps for its clicks: the step with which a text comes. */
export function waiting(slide: LayoutSlide): [number, string][] {
  switch (slide.layout) {
    case 'disagreement':
      return [
        ...slide.props.sides.map(({ statement }, index): [number, string] => [index, statement]),
        [3, slide.props.reading],
      ]
    case 'arithmetic':
      return [
        ...slide.props.steps.map(({ result }, index): [number, string] => [index + 1, result]),
        [slide.props.steps.length + 1, slide.props.conclusion],
      ]
    case 'transfers':
      return slide.props.transfers.map(({ what }, index) => [index, what])
    case 'timeline':
      return slide.props.events.map(({ fact }, index) => [index, fact.short])
    case 'map':
      return slide.props.items.map(({ fact }, index) => [index, fact.short])
    case 'relay':
      return slide.props.rows.map(({ fact }, index) => [index, fact.short])
    case 'mentions':
      return slide.props.links.map(({ fact }, index) => [index, fact.short])
    case 'buildup':
      // Who set the limit is there from the start, whatever else is his.
      return slide.props.amounts.flatMap(({ fact }, index): [number, string][] =>
        slide.props.limit.fact.said.includes(fact.said) ? [] : [[index + 1, fact.said]],
      )
    case 'bars':
      return barPanels(slide.props.bars).flatMap(({ limit, groups }): [number, string][] => [
        ...(limit ? [[1, limit.quantity.figure] as [number, string]] : []),
        ...groups
          .filter(({ length }) => length > 1)
          .map(({ length }): [number, string] => [1, fill(en.repeated, { n: length })]),
      ])
    case 'figure':
      return slide.props.comparison.map(({ fact }) => [1, fact.short])
    case 'discussion':
      return slide.props.points.map((point) => [1, point])
    case 'answer':
      return [[1, slide.props.answer], ...slide.props.facts.map(({ short }): [number, string] => [1, short])]
    case 'verdict':
      return slide.props.columns.flatMap(({ items }, index) =>
        items.map(({ claim }): [number, string] => [index, claim]),
      )
    case 'checkpoint':
      return answersOf(slide.props.question).map((text) => [1, text])
    default:
      return []
  }
}

/** The answer and why each is right or wrong: nothing of it may be there before. */
function answersOf(question: Extract<LayoutSlide, { layout: 'checkpoint' }>['props']['question']): string[] {
  const { keys, reasons } = typeOf(question).spoken(question)
  // Of options the key is there, and the word for it waits.
  const answers = 'options' in question ? ['Right'] : [...keys, ...solvedIn(question)]
  return [...answers, ...reasons.map(({ because }) => because)]
}

/** What the click adds to the lines of a question. */
function solvedIn(question: object): string[] {
  const { lines = [] } = question as { lines?: { text: string; solved: string }[] }
  return lines.flatMap(({ text, solved }) => (solved === '' ? [] : [text + solved]))
}

/** Of what a slide keeps, what nothing on it says earlier: a heading, or a text that holds it. */
export function keptBack(slide: LayoutSlide): [number, string][] {
  const waits = waiting(slide).map(([due, text]): [number, string] => [due, plain(text)])
  return waits.filter(
    ([due, text]) =>
      due > 0 &&
      !plain(slide.props.title).includes(text) &&
      !waits.some(([step, other]) => step < due && other.includes(text)),
  )
}

/** Snapshots quote and wrap in their own way. */
export const plain = (text: string): string => text.replaceAll(/[\s"'“”‘’\\]+/g, '')
