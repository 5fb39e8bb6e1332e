import { parse, type AnyNode, type ObjectNode } from '@humanwhocodes/momoa'
import { z } from 'zod'

type JsonSchema = { [key: string]: unknown }

/**
 * The text of a JSON document with the keys of its objects in the order of their schema; keys that it does
 * not know stay behind the others, `$schema` first. Values keep their text, and blanks and line ends between
 * members their place. The same text where nothing is to be moved. Throws where the text is no JSON.
 */
export function inSchemaOrder(text: string, schema: z.ZodType): string {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const definitions = (root['$defs'] as Record<string, JsonSchema> | undefined) ?? {}
  const resolved = (part: unknown): JsonSchema | undefined => {
    const reference = (part as JsonSchema | undefined)?.['$ref']
    return typeof reference === 'string'
      ? definitions[reference.replace('#/$defs/', '')]
      : (part as JsonSchema | undefined)
  }
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const body = text.slice(mark)

  /** The text of a node between two offsets, with what lies in it put in order. */
  const written = (node: AnyNode, part: JsonSchema | undefined): string => {
    const [start, end] = [node.loc.start.offset, node.loc.end.offset]
    if (node.type === 'Array') {
      const items = resolved(part?.['items'])
      return spliced(
        start,
        end,
        node.elements.map(({ value }) => ({ at: value, text: written(value, items) })),
      )
    }
    if (node.type !== 'Object') return body.slice(start, end)
    const properties = part?.['properties'] as Record<string, unknown> | undefined
    const slots = node.members.map((member) => ({
      key: keyOf(member),
      at: member as AnyNode,
      text:
        body.slice(member.loc.start.offset, member.value.loc.start.offset) +
        written(member.value, resolved(properties?.[keyOf(member)] ?? part?.['additionalProperties'])),
    }))
    const order = Object.keys(properties ?? {})
    const rank = (key: string): number =>
      order.includes(key) ? order.indexOf(key) : key === '$schema' ? -1 : order.length
    const sorted = properties === undefined ? slots : slots.toSorted((a, b) => rank(a.key) - rank(b.key))
    return spliced(
      start,
      end,
      slots.map(({ at }, index) => ({ at, text: sorted[index]!.text })),
    )
  }
  const spliced = (start: number, end: number, parts: readonly { at: AnyNode; text: string }[]): string => {
    let made = ''
    let last = start
    for (const { at, text: part } of parts) {
      made += body.slice(last, at.loc.start.offset) + part
      last = at.loc.end.offset
    }
    return made + body.slice(last, end)
  }
  const document = parse(body, { mode: 'json', ranges: true }).body
  return (
    text.slice(0, mark) +
    body.slice(0, document.loc.start.offset) +
    written(document, root) +
    body.slice(document.loc.end.offset)
  )
}

function keyOf({ name }: ObjectNode['members'][number]): string {
  return name.type === 'String' ? name.value : name.name
}
