import { parse, type AnyNode, type ArrayNode, type MemberNode, type ObjectNode } from '@humanwhocodes/momoa'
import { rewriteJson } from '../../source/json-edit.ts'
import type { Pin } from './pin-quote.ts'

/** A pin and the id of the source that it is a place of. */
export interface NewEvidence extends Pin {
  source: string
}

/**
 * Adds evidence to a fact of a topic file as a pure edit of its text: everything else stays byte for byte,
 * the new entry is laid out like the ones before it. Undefined where the text is no JSON or has no fact of
 * that id with an object's shape.
 */
export function insertEvidence(
  documentText: string,
  factId: string,
  evidence: NewEvidence,
): string | undefined {
  const mark = documentText.startsWith('\uFEFF') ? 1 : 0
  let body: AnyNode
  try {
    body = parse(documentText.slice(mark), { mode: 'json', ranges: true }).body
  } catch {
    return undefined
  }
  const insert = (at: number, text: string): string =>
    documentText.slice(0, at + mark) + text + documentText.slice(at + mark)
  const between = (start: number, end: number): string => documentText.slice(start + mark, end + mark)

  const fact = factOf(body, factId)
  if (!fact) return undefined
  const list = memberOf(fact, 'evidence')?.value
  const end = documentText.includes('\r\n') ? '\r\n' : '\n'
  if (list === undefined) {
    const last = fact.members.at(-1)
    if (!last) return undefined
    const before = fact.members.at(-2)
    const gap = before
      ? leading(between(endOf(before), startOf(last)))
      : leading(between(startOf(fact) + 1, startOf(last)))
    const indent = indentOf(gap)
    const inner =
      indent === undefined ? oneLine(evidence) : `${end}${indent}  ${oneLine(evidence)}${end}${indent}`
    return insert(endOf(last), `,${gap}"evidence": [${inner}]`)
  }
  if (list.type !== 'Array') return undefined
  const last = list.elements.at(-1)?.value
  if (!last) {
    const indent = /^[ \t]*/.exec(lineOf(documentText.slice(mark), startOf(list)))?.[0] ?? ''
    const inside = between(startOf(list) + 1, endOf(list) - 1)
    const text = inside === '' ? oneLine(evidence) : `${end}${indent}  ${oneLine(evidence)}`
    return insert(startOf(list) + 1, text)
  }
  const gap = gapBefore(list, between)
  const sample = between(startOf(last), endOf(last))
  const indent = indentOf(gap)
  const shown =
    sample.includes('\n') && indent !== undefined
      ? JSON.stringify(inOrder(evidence), null, unitOf(sample, indent)).split('\n').join(`${end}${indent}`)
      : oneLine(evidence)
  return insert(endOf(last), `,${gap}${shown}`)
}

/** The same, in the place of one that stands there. */
export function replaceEvidence(
  documentText: string,
  factId: string,
  index: number,
  evidence: NewEvidence,
): string {
  const value = JSON.parse(documentText.replace(/^\uFEFF/, '')) as {
    facts: { id: string; evidence: unknown[] }[]
  }
  const fact = value.facts.find(({ id }) => id === factId)
  if (fact) fact.evidence[index] = inOrder(evidence)
  return rewriteJson(documentText, value)
}

function inOrder({ source, start, end, sha256 }: NewEvidence): NewEvidence {
  return { source, start, end, sha256 }
}

function oneLine(evidence: NewEvidence): string {
  const members = Object.entries(inOrder(evidence)).map(
    ([key, value]) => `"${key}": ${JSON.stringify(value)}`,
  )
  return `{ ${members.join(', ')} }`
}

/** The white space that stands before the last element. */
function gapBefore(list: ArrayNode, between: (start: number, end: number) => string): string {
  const last = list.elements.at(-1)!.value
  const before = list.elements.at(-2)?.value
  const gap = leading(between(before ? endOf(before) : startOf(list) + 1, startOf(last)))
  return before || gap !== '' ? gap : ' '
}

/** The white space at the end of what stands between two values, behind the comma. */
function leading(text: string): string {
  return /\s*$/.exec(text)?.[0] ?? ''
}

/** The blanks that begin the line of what follows, where it begins one. */
function indentOf(gap: string): string | undefined {
  return /\n([ \t]*)$/.exec(gap)?.[1]
}

/** One step of indentation within an element laid out over several lines. */
function unitOf(sample: string, indent: string): string {
  const inner = /\n([ \t]*)\S/.exec(sample)?.[1] ?? ''
  return inner.startsWith(indent) && inner.length > indent.length ? inner.slice(indent.length) : '  '
}

function lineOf(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
}

/** The object of a fact in the tree of a topic file. */
export function factOf(body: AnyNode, factId: string): ObjectNode | undefined {
  const facts = body.type === 'Object' ? memberOf(body, 'facts')?.value : undefined
  if (facts?.type !== 'Array') return undefined
  return facts.elements
    .map(({ value }) => value)
    .filter((value) => value.type === 'Object')
    .find((value) => {
      const id = memberOf(value, 'id')?.value
      return id?.type === 'String' && id.value === factId
    })
}

/** The member of that name; the last where there are several, as `JSON.parse` has it. */
export function memberOf(object: ObjectNode, key: string): MemberNode | undefined {
  return object.members.findLast(({ name }) => (name.type === 'String' ? name.value : name.name) === key)
}

function startOf(node: AnyNode): number {
  return node.loc.start.offset
}

function endOf(node: AnyNode): number {
  return node.loc.end.offset
}
