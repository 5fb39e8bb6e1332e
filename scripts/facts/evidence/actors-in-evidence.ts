import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ArticleText } from '../../source/normalise.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import type { ActorId } from '../ids.ts'
import { namedBy } from './speakers-in-evidence.ts'
import { actorMentions } from './name-index.ts'
import { namesPlace, readSupport } from './support.ts'

/** How many lines before a passage may name those whom it only calls "the two countries". */
const linesBefore = 5

/**
 * Whom a fact records as having a part in it is named by its passages, by the statement, by what is recorded of
 * the articles, or in the lines before a passage. A warning where only the rest of the article names him, an error
 * where no article of the fact does.
 * @param texts the articles by source.
 */
export function actorsInEvidence(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  texts: ReadonlyMap<string, ArticleText>,
  base: FactBase,
): Diagnostic[] {
  // Where blanks do not part words, no name can be looked up.
  if (base.language.unparted) return []
  const { actors, transfer, saidBy, via } = fact
  const recorded = [
    ...actors.map((id, index) => ({ id, at: place.in('actors', index) })),
    ...(transfer
      ? (['from', 'to'] as const).map((key) => ({ id: transfer[key], at: place.in('transfer', key) }))
      : []),
  ]
  if (recorded.length === 0) return []
  const there = namedBy(fact, spans, base)
  const own = new Set<string>([
    // Whether they speak is a question of its own.
    ...saidBy,
    ...via,
    ...[fact.statement, fact.short]
      .flatMap((text) => actorMentions(text, base))
      .flatMap((each) => each.actors),
  ])
  return recorded.flatMap(({ id, at }): Diagnostic[] => {
    if (own.has(id) || there(id) || !base.actors.has(id)) return []
    if (isNamed(id, before(fact, texts), base)) return []
    const far = isNamed(id, articlesOf(fact, texts), base)
    return [
      (far ? warning : error)(
        at.location,
        'fact/actor-in-evidence',
        `Unexpected actor "${id}" of "${fact.id}", expected somebody whom ${far ? 'its passages or the lines before them name' : 'its article names'}`,
        far
          ? 'pin the words that name him too, or take him out'
          : 'take him out, or record how the article calls him in "aliases"',
      ),
    ]
  })
}

function isNamed(id: ActorId, text: string, base: FactBase): boolean {
  const actor = base.actors.get(id)?.value
  if (!actor) return false
  const support = readSupport(text, base)
  if (support.actors.has(id)) return true
  return [actor.name, ...actor.aliases.map((alias) => alias.text)].some((name) =>
    namesPlace(support, name, base),
  )
}

/** Each passage with the lines before it. */
function before({ evidence }: Fact, texts: ReadonlyMap<string, ArticleText>): string {
  return evidence
    .flatMap(({ source, start, end }) => {
      const article = texts.get(source)
      if (!article) return []
      const lines = article.span(0, start).split('\n')
      const last = lines.pop() ?? ''
      const full = lines.flatMap((line, at) => (line.trim() === '' ? [] : at)).slice(-linesBefore)
      const read = [...lines.slice(full[0] ?? lines.length), last].join('\n')
      return article.passage(start - Array.from(read).length, end)
    })
    .join('\n')
}

function articlesOf({ evidence }: Fact, texts: ReadonlyMap<string, ArticleText>): string {
  return [...new Set(evidence.map(({ source }) => source))]
    .map((source) => texts.get(source)?.running ?? '')
    .join('\n')
}
