import type { Quantity } from '../../../facts/fact-schema.ts'
import { readFormula } from '../../../facts/formula.ts'
import { digitGroups } from '../../../facts/wording.ts'
import { messagesFor } from '../../../../contract/messages/registry.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine, goodsOf } from '../fact-line.ts'
import { planWords, type DeckFact } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { FactLayout, LayoutContext } from './fact-layout.ts'
import type { LayoutContent } from './names.ts'

/** A sum over quantities that a class can follow: figures in place of names, every result worded. */
export const arithmetic: FactLayout = {
  name: 'arithmetic',
  needs: 'an arithmetic in every fact',
  fits: (facts) => facts.length > 0 && facts.every((fact) => fact.arithmetic),
  suits: (facts) => facts.length === 1 && facts.every((fact) => fact.arithmetic),
  toSlides: (facts, context) => facts.flatMap((each) => slidesOf(each, context)),
}

function slidesOf({ fact, view }: DeckFact, { title, material }: LayoutContext): LayoutContent[] {
  if (!fact.arithmetic) return []
  const { question, conclusion } = fact.arithmetic
  const words = planWords(material)
  const numbers = messagesFor(material.base.unit.language)
  const digits = (value: number): string => digitGroups(value, numbers)
  const figureOf = ({ value, low = 0, high = 0 }: Quantity): string =>
    value === undefined ? fill(words.toFigure, { low: digits(low), high: digits(high) }) : digits(value)
  const inputs = Object.entries(fact.arithmetic.inputs).flatMap(([name, ref]) => {
    const source = material.base.facts.get(ref.fact)?.value
    const place = source?.quantities.findIndex(({ id }) => id === ref.quantity)
    const quantity = place === undefined ? undefined : source?.quantities[place]
    const shown = place === undefined ? undefined : material.views.get(ref.fact)?.quantities[place]
    if (!source || !quantity || !shown) return []
    const citation = material.views.get(ref.fact)?.citation ?? ''
    const { label, text } = shown
    // A fact is about the goods of its first figure; the others are times and shares.
    const icons = place === 0 ? goodsOf(source) : {}
    return [{ name, quantity, shown: { name, label, text, ...icons, citation } }]
  })
  const figures = new Map(inputs.map(({ name, quantity }) => [name, figureOf(quantity)]))
  const values = new Map(inputs.map(({ name, quantity }) => [name, quantity.value]))
  const steps = fact.arithmetic.steps.map(({ say, compute, name, equals, unit }) => {
    const expression = withFigures(compute, figures, digits)
    const result = computed(compute, values)
    const exact = result !== undefined && Math.abs(result - equals) <= Math.abs(equals) * 1e-9
    if (name !== undefined) {
      figures.set(name, digits(equals))
      values.set(name, result)
    }
    return {
      compute,
      shown: { say, expression, result: `${exact ? '=' : '≈'} ${digits(equals)} ${unit}` },
    }
  })
  const parts = partsOfFewInputs(steps, new Set(inputs.map(({ name }) => name)))
  return parts.map((part, index) => {
    const used = inputs.filter(({ name }) => part.some(({ compute }) => namesIn(compute).includes(name)))
    return {
      kind: 'layout',
      layout: 'arithmetic',
      props: {
        title: title ?? question,
        question,
        inputs: used.slice(0, capacity.arithmetic.inputs).map(({ shown }) => shown),
        steps: part.map(({ shown }) => shown),
        conclusion: index === parts.length - 1 ? conclusion : words.goesOn,
        fact: factLine(view),
      },
      facts: [view.id],
      questions: [],
    }
  })
}

interface Step {
  compute: string
}

/**
 * Steps that fit on a slide together with the inputs that they use; a step that uses too many stands alone,
 * and they show in its formula.
 */
function partsOfFewInputs<T extends Step>(steps: readonly T[], inputs: ReadonlySet<string>): T[][] {
  const used = (part: readonly Step[]): number =>
    new Set(part.flatMap(({ compute }) => namesIn(compute)).filter((name) => inputs.has(name))).size
  const { moreSteps, inputsOfMoreSteps } = capacity.arithmetic
  if (steps.length <= moreSteps && used(steps) <= inputsOfMoreSteps) return [[...steps]]
  const even = evenParts(steps, capacity.arithmetic.steps)
  if (even.every((part) => used(part) <= capacity.arithmetic.inputs)) return even
  const parts: T[][] = []
  for (const step of steps) {
    const last = parts.at(-1)
    const holds =
      last && last.length < capacity.arithmetic.steps && used([...last, step]) <= capacity.arithmetic.inputs
    if (holds) last.push(step)
    else parts.push([step])
  }
  return parts
}

function namesIn(formula: string): string[] {
  return formula.match(/[a-z][a-zA-Z0-9]*/g) ?? []
}

/** "tonnes / trips" as "1,000,000 / 43", with the signs that people read. */
function withFigures(
  formula: string,
  figures: ReadonlyMap<string, string>,
  digits: (value: number) => string,
): string {
  return formula.replace(/[a-z][a-zA-Z0-9]*|\d+(\.\d+)?|[*-]/g, (token) => {
    if (token === '*') return '×'
    if (token === '-') return '−'
    return figures.get(token) ?? (Number.isNaN(Number(token)) ? token : digits(Number(token)))
  })
}

/**
 * The result of a formula over the values, none where it cannot be computed: what is wrong with it is the
 * checks' to say.
 */
function computed(formula: string, values: ReadonlyMap<string, number | undefined>): number | undefined {
  const read = readFormula(formula)
  if (typeof read === 'string') return undefined
  const known = new Map(
    [...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
  const result = read.evaluate(known)
  return Number.isNaN(result) ? undefined : result
}
