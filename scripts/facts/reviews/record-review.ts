import { parse, type AnyNode, type ObjectNode } from '@humanwhocodes/momoa'
import { memberOf } from '../evidence/insert-evidence.ts'
import type { Review } from './review-schema.ts'

/** What stands in a file that nobody has reviewed in yet. */
export const noReviews = '{\n  "$schema": "../schemas/reviews.schema.json",\n  "reviews": []\n}\n'

/**
 * Puts a review into the text of `facts/reviews.json`: in the place of the same reader's earlier one of the
 * same fact, or at the end. Everything else stays byte for byte. Undefined where the text is no such file; it
 * is then left as it is, for a person to mend.
 */
export function recordReview(text: string, review: Review): string | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const body = text.slice(mark)
  let root: AnyNode
  try {
    root = parse(body, { mode: 'json', ranges: true }).body
  } catch {
    return undefined
  }
  const list = root.type === 'Object' ? memberOf(root, 'reviews')?.value : undefined
  if (list?.type !== 'Array') return undefined
  const entries = list.elements.map(({ value }) => value)
  if (!entries.every((entry): entry is ObjectNode => entry.type === 'Object')) return undefined
  const end = body.includes('\r\n') ? '\r\n' : '\n'
  const [earlier, ...others] = entries.filter(
    (entry) => textOf(entry, 'fact') === review.fact && textOf(entry, 'by') === review.by,
  )
  const other = others.at(-1)
  if (other) {
    // Copies that were put together by hand may hold several: the new one takes the place of all of them.
    const before = entries[entries.indexOf(other) - 1]!
    return recordReview(
      text.slice(0, before.loc.end.offset + mark) + text.slice(other.loc.end.offset + mark),
      review,
    )
  }
  const neighbour = earlier ?? entries.at(-1)
  const indent = neighbour ? lineIndent(body, neighbour.loc.start.offset) : '    '
  const sample = neighbour ? body.slice(neighbour.loc.start.offset, neighbour.loc.end.offset) : '\n'
  const step = /\n([ \t]*)/.exec(sample)?.[1]?.slice(indent.length) || '  '
  const shown = sample.includes('\n')
    ? JSON.stringify(inOrder(review), undefined, step).replaceAll('\n', `${end}${indent}`)
    : oneLine(review)
  const put = (from: number, to: number, inserted: string): string =>
    text.slice(0, from + mark) + inserted + text.slice(to + mark)
  if (earlier) return put(earlier.loc.start.offset, earlier.loc.end.offset, shown)
  const last = entries.at(-1)
  if (last) return put(last.loc.end.offset, last.loc.end.offset, `,${end}${indent}${shown}`)
  const outer = lineIndent(body, list.loc.start.offset)
  return put(list.loc.start.offset, list.loc.end.offset, `[${end}${indent}${shown}${end}${outer}]`)
}

/** The keys in the order of the schema. */
function inOrder({ fact, by, on, verdict, remark, digest }: Review): object {
  return { fact, by, on, verdict, ...(remark === undefined ? {} : { remark }), digest }
}

function oneLine(review: Review): string {
  const members = Object.entries(inOrder(review)).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
  return `{ ${members.join(', ')} }`
}

function textOf(object: ObjectNode, key: string): string | undefined {
  const node = memberOf(object, key)?.value
  return node?.type === 'String' ? node.value : undefined
}

function lineIndent(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? ''
}
