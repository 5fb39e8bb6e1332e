import type { FactBase } from './fact-base.ts'
import { readSupport, type Support } from './evidence/support.ts'
import { cite } from './fact-views.ts'
import type { Fact } from './fact-schema.ts'
import { quantityView, wordWhen } from './wording.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { rememberBeside } from '../languages/remember.ts'

/** All that a fact says, its own words and what is shown with them, a line each: what a key may rest on. */
export function factText(fact: Fact, base: FactBase): string {
  return [
    recordText(fact, base),
    fact.short,
    ...fact.disagreesWith.flatMap(({ about, reading }) => [about, reading]),
    ...(fact.arithmetic
      ? [
          fact.arithmetic.question,
          ...fact.arithmetic.steps.map(({ say, equals, unit }) => `${say}: ${equals} ${unit}`),
          fact.arithmetic.conclusion,
        ]
      : []),
    fact.note ?? '',
  ].join('\n')
}

/** What a fact says and records, a line each, without what its author remarks on it. */
export function recordText(fact: Fact, base: FactBase): string {
  const words = messagesFor(base.unit.language)
  const sources = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value ?? [])
  return [
    fact.statement,
    ...fact.quantities.flatMap((quantity) => [quantity.label, quantityView(quantity, words).text]),
    ...[...fact.saidBy, ...fact.via, ...fact.actors].flatMap((id) => {
      const actor = base.actors.get(id)?.value
      return actor
        ? [actor.name, ...actor.aliases.map(({ text }) => text), ...actor.roles.map(({ role }) => role)]
        : []
    }),
    ...fact.places,
    ...(fact.when ? [wordWhen(fact.when, words), fact.when.resolved ?? ''] : []),
    fact.quote?.text ?? '',
    ...sources.flatMap((source) => [
      source.title,
      source.author ?? '',
      cite(source, words),
      source.note ?? '',
    ]),
  ].join('\n')
}

/** Questions and texts share facts, mostly those of one deck or topic. */
const factsKept = 2000

/** What the text of a fact supports. */
export const factSupport = rememberBeside(
  (fact: Fact, base: FactBase): Support => readSupport(factText(fact, base), base),
  factsKept,
)
