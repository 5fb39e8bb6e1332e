import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/** The lists of a fact name everything once: a speaker named twice would be said to speak twice. */
export function onceEach(base: FactBase): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) =>
    lists.flatMap((key) => {
      const names = fact[key].map((each) => (typeof each === 'string' ? each : each.fact))
      return names.flatMap((name, index) => {
        const first = names.indexOf(name)
        return first === index
          ? []
          : [
              warning(
                place.in(key, index).location,
                'fact/once-each',
                `Unexpected second "${name}" in "${key}" of "${fact.id}", expected it once`,
                { message: 'first given here', at: place.in(key, first).location },
              ),
            ]
      })
    }),
  )
}

const lists = [
  'saidBy',
  'via',
  'actors',
  'places',
  'tags',
  'needs',
  'mentions',
  'background',
  'goods',
  'disagreesWith',
] as const
