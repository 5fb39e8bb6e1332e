import { z } from 'zod'
import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { Place, type JsonDocument, type PathSegment } from './json-document.ts'

type Issue = z.core.$ZodIssue
type JsonSchema = { [key: string]: unknown }

/** Of one file no more are worded: a file of another kind than it should be has one at every value. */
const mostIssues = 200

/**
 * Holds a document against a schema; every violation is a diagnostic at the value it concerns, but for the
 * rest of very many.
 */
export function validate<T>(schema: z.ZodType<T>, document: JsonDocument): Checked<T> {
  const result = schema.safeParse(document.value)
  if (result.success) return { value: result.data, diagnostics: [] }
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const { issues } = result.error
  const root = new Place(document)
  const diagnostics = issues.slice(0, mostIssues).flatMap((issue) => describe(issue, root, json))
  const next = issues[mostIssues]
  if (next) {
    const rest = issues.length - mostIssues
    const message = `Unexpected ${rest} more values of the wrong shape from here on, expected none; mend those before first`
    diagnostics.push(error(root.in(...(next.path as PathSegment[])).location, 'source/schema', message))
  }
  return { diagnostics }
}

function describe(issue: Issue, root: Place, schema: JsonSchema): Diagnostic[] {
  const path = issue.path as PathSegment[]
  const place = root.in(...path)
  const value = valueAt(root.document.value, path)
  const here = schemaAt(schema, path, root.document.value)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = Object.keys((shapeFor(here ?? {}, value)['properties'] as object | undefined) ?? {})
      return issue.keys.map((key) =>
        error(
          root.document.location([...path, key], 'key'),
          'source/known-key',
          `Unexpected key "${key}", expected one of ${known.filter((name) => name !== '$schema').join(', ')}${suggest(key, known)}`,
        ),
      )
    }
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? describe({ ...issue, code: 'invalid_value', values: issue.options.filter(Boolean) }, root, schema)
        : describeUnion(issue, place, here ?? {})
    case 'invalid_type':
      if (value === undefined) {
        return [
          error(
            place.location,
            'source/schema',
            `Unexpected ${what(valueAt(root.document.value, path.slice(0, -1)))} without "${String(path.at(-1))}", expected ${anA(issue.expected)} there`,
            ...helpOf(here),
          ),
        ]
      }
      return [
        error(
          place.location,
          'source/schema',
          `Unexpected ${shown(value)}, expected ${anA(issue.expected)}`,
          ...helpOf(here),
        ),
      ]
    case 'invalid_value': {
      const words = issue.values.map(String)
      const hint = typeof value === 'string' ? suggest(value, words) : ''
      const unexpected = value === undefined ? `lack of "${String(path.at(-1))}"` : shown(value)
      return [
        error(
          place.location,
          'source/schema',
          `Unexpected ${unexpected}, expected ${list(issue.values.map((word) => (typeof word === 'string' ? JSON.stringify(word) : String(word))))}${hint}`,
          ...helpOf(here),
        ),
      ]
    }
    case 'too_small':
      return [
        error(
          place.location,
          'source/schema',
          `Unexpected ${shown(value)}${issue.origin === 'array' ? ` for "${String(path.at(-1))}"` : ''}, expected ${size('at least', Number(issue.minimum), issue.origin)}`,
          ...helpOf(here),
        ),
      ]
    case 'too_big':
      return [
        error(
          place.location,
          'source/schema',
          `Unexpected ${length(value)}, expected ${size('at most', Number(issue.maximum), issue.origin)}`,
        ),
      ]
    default: {
      const expectation = issue.message.startsWith('expected')
        ? issue.message
        : `expected what the schema asks for (${issue.message})`
      return [
        error(place.location, 'source/schema', `Unexpected ${shown(value)}, ${expectation}`, ...helpOf(here)),
      ]
    }
  }
}

/**
 * Of several possible shapes the one that the author most likely meant: it shares most keys with what stands
 * there.
 */
function describeUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  place: Place,
  here: JsonSchema,
): Diagnostic[] {
  const value = valueAt(place.document.value, place.path)
  const shapes = shapesOf(here)
  const best = likeliestShape(shapes, value)
  const chosen = issue.errors[best]
  const shape = shapes[best]
  if (!chosen || !shape) {
    const marks = shapes.map((each) => requiredOf(each)[0] ?? '')
    const first = keysOf(value)[0] ?? ''
    const expected = marks.map((mark) => JSON.stringify(mark)).join(', ')
    return [
      error(
        place.location,
        'source/schema',
        `Unexpected ${shown(value)}, expected an object with one of ${expected}${suggest(first, marks)}`,
      ),
    ]
  }
  // The issues of a union member start at the union: give them the document as if it began there.
  return chosen.flatMap((each) => describeInside(each, place, shape))
}

/** What authors are told of a value in its schema. */
function helpOf(schema: JsonSchema | undefined): string[] {
  const help = schema?.['description']
  return typeof help === 'string' ? [help] : []
}

function shapesOf(schema: JsonSchema): JsonSchema[] {
  return ((schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined) ?? []
}

/**
 * Whether a key of the value has the one text that this shape has there; a key that is not there counts as
 * its default.
 */
function isNamedIn(shape: JsonSchema, value: unknown): boolean {
  const properties = Object.entries((shape['properties'] as Record<string, JsonSchema> | undefined) ?? {})
  return properties.some(
    ([key, { const: name, default: usual }]) =>
      typeof name === 'string' && name === ((value as Record<string, unknown> | null)?.[key] ?? usual),
  )
}

function requiredOf(schema: JsonSchema): string[] {
  return (schema['required'] as string[] | undefined) ?? []
}

function keysOf(value: unknown): string[] {
  return value !== null && typeof value === 'object' ? Object.keys(value) : []
}

/**
 * Index of the shape whose required keys stand in the value, the one that shares most keys first; -1 where
 * none does. Where a key names the shape, as `kind` does, that one.
 */
function likeliestShape(shapes: readonly JsonSchema[], value: unknown): number {
  const named = shapes.findIndex((shape) => isNamedIn(shape, value))
  if (named >= 0) return named
  const keys = keysOf(value)
  const shared = shapes.map((shape) => {
    if (!requiredOf(shape).some((key) => keys.includes(key))) return 0
    return keys.filter((key) => key in ((shape['properties'] as object | undefined) ?? {})).length
  })
  const most = Math.max(0, ...shared)
  return most === 0 ? -1 : shared.indexOf(most)
}

function describeInside(issue: Issue, place: Place, shape: JsonSchema): Diagnostic[] {
  const moved = { ...issue, path: [...place.path, ...issue.path] } as Issue
  const wrapped = place.path.reduceRight<JsonSchema>(
    (inner, segment) =>
      typeof segment === 'number' ? { items: inner } : { properties: { [segment]: inner } },
    shape,
  )
  return describe(moved, new Place(place.document), wrapped)
}

/**
 * The schema of the value at `path`; on the way a union counts as the shape that the value most likely means.
 */
function schemaAt(schema: JsonSchema, path: readonly PathSegment[], value: unknown): JsonSchema | undefined {
  const definitions = (schema['$defs'] as Record<string, JsonSchema> | undefined) ?? {}
  let here: JsonSchema | undefined = schema
  let at = value
  for (const segment of path) {
    const shape = shapeFor(here ?? {}, at)
    const properties = shape['properties'] as Record<string, JsonSchema> | undefined
    const next = (
      typeof segment === 'number' ? shape['items'] : (properties?.[segment] ?? shape['additionalProperties'])
    ) as JsonSchema | undefined
    const reference = next?.['$ref']
    here = typeof reference === 'string' ? definitions[reference.replace('#/$defs/', '')] : next
    at = (at as Record<PathSegment, unknown> | null | undefined)?.[segment]
  }
  return here
}

function shapeFor(schema: JsonSchema, value: unknown): JsonSchema {
  return shapesOf(schema)[likeliestShape(shapesOf(schema), value)] ?? schema
}

function valueAt(value: unknown, path: readonly PathSegment[]): unknown {
  let here = value
  for (const segment of path) here = (here as Record<PathSegment, unknown> | null | undefined)?.[segment]
  return here
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : `list of ${value.length}`
  if (value !== null && typeof value === 'object') return 'object'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text
}

function what(value: unknown): string {
  return Array.isArray(value) ? 'list' : 'object'
}

function anA(expected: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'an object',
    record: 'an object',
    int: 'a whole number',
  }
  return names[expected] ?? `a ${expected}`
}

function length(value: unknown): string {
  if (typeof value === 'string') return `${Array.from(value).length} characters`
  return shown(value)
}

function size(bound: string, limit: number, origin: string): string {
  if (origin === 'string') return limit === 1 ? 'some text' : `${bound} ${limit} characters`
  return origin === 'array' ? `a list of ${bound} ${limit}` : `${bound} ${limit}`
}

function list(words: readonly string[]): string {
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
