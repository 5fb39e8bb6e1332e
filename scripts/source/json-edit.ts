// Changing JSON that people write by hand: what is not changed stays byte for byte, with its order of keys,
// its line breaks and its indentation.

import { isDeepStrictEqual } from 'node:util'
import { evaluate, parse, type AnyNode, type ValueNode } from '@humanwhocodes/momoa'
import type { Step } from '../../contract/studio.ts'

/** The value that a path leads to; undefined where it leads nowhere. */
export function valueAt(value: unknown, path: readonly Step[]): unknown {
  let at: unknown = value
  for (const step of path) {
    const key = keyOf(at, step)
    if (key === undefined || !Object.hasOwn(at as object, key)) return undefined
    at = (at as Record<string | number, unknown>)[key]
  }
  return at
}

/**
 * The value with another one at the end of a path; undefined takes it out. What a list does not have is put
 * at its end. Undefined where the path leads nowhere. The value that was given stays as it is.
 */
export function withValueAt(
  value: unknown,
  path: readonly Step[],
  next: unknown,
): { value: unknown } | undefined {
  const [step, ...rest] = path
  if (step === undefined) return { value: next }
  const key = keyOf(value, step)
  if (key === undefined || value === null || typeof value !== 'object') return undefined
  const known = Object.hasOwn(value, key)
  if (!known && rest.length > 0) return undefined
  const inner = withValueAt((value as Record<string | number, unknown>)[key], rest, next)
  if (!inner) return undefined
  if (Array.isArray(value)) {
    const index = Number(key)
    if (index > value.length) return undefined
    return {
      value: value.toSpliced(index, known ? 1 : 0, ...(inner.value === undefined ? [] : [inner.value])),
    }
  }
  const copy = Object.entries(value).flatMap(([name, each]) =>
    name !== key ? [[name, each] as const] : inner.value === undefined ? [] : [[name, inner.value] as const],
  )
  if (!known && inner.value !== undefined) copy.push([String(key), inner.value])
  return { value: Object.fromEntries(copy) }
}

/** Of a list the index, its length for an id that it does not have; of an object the key. */
function keyOf(value: unknown, step: Step): string | number | undefined {
  if (Array.isArray(value)) {
    if (typeof step === 'number') return step >= 0 ? step : undefined
    if (typeof step === 'string') return undefined
    const index = value.findIndex((each: { id?: unknown } | null) => each?.id === step.id)
    return index < 0 ? value.length : index
  }
  return value !== null && typeof value === 'object' && typeof step === 'string' ? step : undefined
}

/** The widest line that a new value is put on whole. */
const width = 100

/** The text of a value that nobody has written yet: lines as `oxfmt` and Prettier break them. */
export function formatJson(value: unknown): string {
  return `${fresh(value, '', '  ', '\n', 0)}\n`
}

/**
 * The text of a document whose value is to be another one. Elements of lists are known again by their `id`,
 * or by being the same; they may have moved. A new key goes behind the one that stands before it in `next`.
 * Throws what the parser throws where the text is no JSON.
 */
export function rewriteJson(text: string, next: unknown): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(mark.length)
  const { body: root } = parse(body, { mode: 'json', ranges: true })
  const writer = new Rewriter(body)
  return (
    mark + body.slice(0, root.loc.start.offset) + writer.text(root, next) + body.slice(root.loc.end.offset)
  )
}

class Rewriter {
  readonly #body: string
  readonly #end: string
  readonly #step: string

  constructor(body: string) {
    this.#body = body
    this.#end = body.includes('\r\n') ? '\r\n' : '\n'
    this.#step = /\n([ \t]+)\S/.exec(body)?.[1] ?? '  '
  }

  /** The text of a value in the place of `node`. */
  text(node: ValueNode, next: unknown): string {
    if (same(evaluate(node), next)) return this.#raw(node)
    if (node.type === 'Object' && isObject(next)) return this.#object(node, next)
    if (node.type === 'Array' && Array.isArray(next)) return this.#array(node, next)
    return this.#fresh(next, node)
  }

  #object(node: ValueNode & { type: 'Object' }, next: Record<string, unknown>): string {
    const names = new Map(node.members.map((member) => [nameOf(member.name), member]))
    const wanted = Object.keys(next).filter((key) => next[key] !== undefined)
    if (wanted.length === names.size && wanted.every((key) => names.has(key)))
      return this.#inPlace(
        node,
        node.members.map((member) => [member.value, next[nameOf(member.name)]]),
      )
    const order = node.members.map(({ name }) => nameOf(name)).filter((key) => wanted.includes(key))
    for (const [index, key] of wanted.entries()) {
      if (order.includes(key)) continue
      const before = wanted.slice(0, index).findLast((each) => order.includes(each))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
    }
    return this.#list(
      node,
      node.members,
      order.map((key) => {
        const member = names.get(key)
        const name = member ? this.#raw(member.name) : JSON.stringify(key)
        const between = member
          ? this.#body.slice(member.name.loc.end.offset, member.value.loc.start.offset)
          : ': '
        return (indent) =>
          `${name}${between}${
            member
              ? this.text(member.value, next[key])
              : fresh(next[key], indent, this.#step, this.#end, indent.length + name.length + 2)
          }`
      }),
    )
  }

  #array(node: ValueNode & { type: 'Array' }, next: readonly unknown[]): string {
    const old = node.elements.map(({ value }) => ({
      node: value,
      value: evaluate(value) as unknown,
      taken: false,
    }))
    const take = (fits: (each: (typeof old)[number], index: number) => boolean): ValueNode | undefined => {
      const found = old.find((each, index) => !each.taken && fits(each, index))
      if (found) found.taken = true
      return found?.node
    }
    const found = next.map((value) => take((each) => same(each.value, value)))
    for (const [index, value] of next.entries())
      found[index] ??= take((each, at) =>
        idOf(value) === undefined && idOf(each.value) === undefined
          ? old.length === next.length && at === index
          : idOf(each.value) === idOf(value),
      )
    if (found.length === old.length && found.every((each, index) => each === old[index]!.node))
      return this.#inPlace(
        node,
        next.map((value, index) => [old[index]!.node, value]),
      )
    return this.#list(
      node,
      node.elements.map(({ value }) => value),
      next.map((value, index) => (indent) => {
        const known = found[index]
        return known ? this.text(known, value) : fresh(value, indent, this.#step, this.#end, indent.length)
      }),
    )
  }

  /** The same members or elements in the same order: all that is between them stays. */
  #inPlace(node: AnyNode, parts: readonly (readonly [ValueNode, unknown])[]): string {
    let text = ''
    let at = node.loc.start.offset
    for (const [part, next] of parts) {
      text += this.#body.slice(at, part.loc.start.offset) + this.text(part, next)
      at = part.loc.end.offset
    }
    return text + this.#body.slice(at, node.loc.end.offset)
  }

  /** Other members or elements: on lines of their own where they stood so, or where one line is too short. */
  #list(node: AnyNode, parts: readonly AnyNode[], items: readonly ((indent: string) => string)[]): string {
    const [open, close] = node.type === 'Object' ? ['{', '}'] : ['[', ']']
    if (items.length === 0) return open + close
    const outer = this.#indent(node)
    const first = parts[0]
    const inside = first && this.#body.slice(node.loc.start.offset + 1, first.loc.start.offset)
    const inner = inside?.includes('\n') ? this.#indent(first!) : outer + this.#step
    const lines = items.map((item) => item(inner))
    const pad = inside ?? (node.type === 'Object' ? ' ' : '')
    const single = `${open}${pad}${lines.join(', ')}${pad}${close}`
    if (!pad.includes('\n') && !single.includes('\n') && this.#column(node) + single.length <= width)
      return single
    return `${open}${this.#end}${lines.map((line) => inner + line).join(`,${this.#end}`)}${this.#end}${outer}${close}`
  }

  #fresh(value: unknown, at: AnyNode): string {
    return fresh(value, this.#indent(at), this.#step, this.#end, this.#column(at))
  }

  #raw(node: AnyNode): string {
    return this.#body.slice(node.loc.start.offset, node.loc.end.offset)
  }

  /** Of the line on which a node begins. */
  #indent(node: AnyNode): string {
    const start = this.#body.lastIndexOf('\n', node.loc.start.offset - 1) + 1
    return /^[ \t]*/.exec(this.#body.slice(start, node.loc.start.offset))?.[0] ?? ''
  }

  #column(node: AnyNode): number {
    return node.loc.start.offset - (this.#body.lastIndexOf('\n', node.loc.start.offset - 1) + 1)
  }
}

/** A value on one line where it fits behind `column`, else its parts on lines of their own. */
function fresh(value: unknown, indent: string, step: string, end: string, column: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const line = oneLine(value)
  if (column + line.length + 1 <= width) return line
  const inner = indent + step
  const part = (each: unknown, taken: number): string => fresh(each, inner, step, end, inner.length + taken)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const parts = Array.isArray(value)
    ? value.map((each) => part(each, 0))
    : membersOf(value).map(([key, each]) => {
        const name = JSON.stringify(key)
        return `${name}: ${part(each, name.length + 2)}`
      })
  return `${open}${end}${parts.map((each) => inner + each).join(`,${end}`)}${end}${indent}${close}`
}

function oneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  const members = membersOf(value).map(([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function idOf(value: unknown): unknown {
  return isObject(value) ? value['id'] : undefined
}

/** Whether two JSON values are the same; the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}

function nameOf(name: AnyNode): string {
  return name.type === 'String' ? name.value : name.type === 'Identifier' ? name.name : ''
}
