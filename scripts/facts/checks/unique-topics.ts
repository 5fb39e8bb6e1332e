import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/** One file a topic: an id and a title stand in one file only. */
export function uniqueTopics(base: FactBase): Diagnostic[] {
  return (['id', 'title'] as const).flatMap((key) =>
    base.topics.flatMap(({ value, place }, index) => {
      const first = base.topics.findIndex((topic) => topic.value[key] === value[key])
      if (first === index) return []
      return [
        error(
          place.in(key).location,
          'fact/unique-topic',
          `Unexpected second topic with the ${key} "${value[key]}", expected every topic in one file`,
          { message: 'first defined here', at: base.topics[first]!.place.in(key).location },
        ),
      ]
    }),
  )
}
