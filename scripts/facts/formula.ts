import jsep, { type Expression } from 'jsep'

// Arithmetic alone: what the parser knows beyond it (comparisons, bits, `this`, true) has no place in a sum.
const wanted = ['+', '-', '*', '/']
for (const operator of Object.keys(jsep.binary_ops))
  if (!wanted.includes(operator)) jsep.removeBinaryOp(operator)
for (const operator of Object.keys(jsep.unary_ops)) if (operator !== '-') jsep.removeUnaryOp(operator)
jsep.removeAllLiterals()

/** A sum over names: numbers, + - * / and brackets. */
export interface Formula {
  /** Each once, in the order of the formula. */
  names: string[]
  /** The value for these values of the names; NaN where one is missing. */
  evaluate(values: ReadonlyMap<string, number>): number
}

/** Reads a formula; a text says what is wrong with it. Nothing in a formula is ever run. */
export function readFormula(text: string): Formula | string {
  let root: Expression
  try {
    root = jsep(text)
  } catch (thrown) {
    const { description, message } = thrown as Error & { description?: string }
    return `Unexpected formula ${JSON.stringify(text)}, expected numbers, names, + - * / and brackets (${description ?? message})`
  }
  const names = new Set<string>()
  const odd = (node: Expression): string | undefined => {
    switch (node.type) {
      case 'Literal':
        return typeof node['value'] === 'number' ? undefined : String(node['raw'])
      case 'Identifier':
        names.add(String(node['name']))
        return undefined
      case 'UnaryExpression':
        return odd(node['argument'] as Expression)
      case 'BinaryExpression':
        return odd(node['left'] as Expression) ?? odd(node['right'] as Expression)
      default:
        return text
    }
  }
  const found = odd(root)
  if (found !== undefined)
    return `Unexpected ${JSON.stringify(found)} in a formula, expected only numbers, names, + - * / and brackets`
  return { names: [...names], evaluate: (values) => evaluate(root, values) }
}

function evaluate(node: Expression, values: ReadonlyMap<string, number>): number {
  if (node.type === 'Literal') return Number(node['value'])
  if (node.type === 'Identifier') return values.get(String(node['name'])) ?? Number.NaN
  if (node.type === 'UnaryExpression') return -evaluate(node['argument'] as Expression, values)
  const [left, right] = [
    evaluate(node['left'] as Expression, values),
    evaluate(node['right'] as Expression, values),
  ]
  switch (node['operator']) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    default:
      return left / right
  }
}
