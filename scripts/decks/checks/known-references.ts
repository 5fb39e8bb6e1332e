import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Place } from '../../source/json-document.ts'
import type { Known, OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** Facts, questions, topics, tags and Markdown files that an outline names must exist. */
export const knownReferences: OutlineRule = (outline, known) => {
  const { base, questions, markdown } = known
  const topics = new Set(base.topics.map(({ value }) => value.id))
  const tags = new Set(Array.from(base.facts.values()).flatMap(({ value }) => value.tags))
  const facts = (ids: readonly string[], place: Place): Diagnostic[] =>
    ids.flatMap((id, index) =>
      reference(id, factIds(known), place.in(index), 'outline/known-fact', 'an id of a fact in facts/'),
    )
  return [
    ...placedSlides(outline).flatMap(({ slide, place }) => {
      if ('question' in slide)
        return reference(
          slide.question,
          new Set(questions.keys()),
          place.in('question'),
          'outline/known-question',
          'an id of a question in questions/',
        )
      if ('markdown' in slide)
        return reference(
          slide.markdown,
          new Set(markdown.keys()),
          place.in('markdown'),
          'outline/known-markdown',
          'the path of a Markdown file within slides/',
        )
      if ('take' in slide) {
        const { topic, tag } = slide.take
        return [
          ...(topic === undefined
            ? []
            : reference(
                topic,
                topics,
                place.in('take', 'topic'),
                'outline/known-topic',
                'the id of a topic in facts/',
              )),
          ...(tag === undefined
            ? []
            : reference(tag, tags, place.in('take', 'tag'), 'outline/known-tag', 'a tag of some fact')),
        ]
      }
      return facts(slide.facts, place.in('facts'))
    }),
    ...facts(outline.value.recap ?? [], outline.place.in('recap')),
  ]
}

function factIds({ base }: Known): Set<string> {
  return new Set(base.facts.keys())
}

function reference(
  id: string,
  known: ReadonlySet<string>,
  place: Place,
  rule: `outline/known-${string}`,
  expected: string,
): Diagnostic[] {
  if (known.has(id)) return []
  const noun = rule.slice('outline/known-'.length)
  return [
    error(place.location, rule, `Unexpected ${noun} "${id}", expected ${expected}${suggest(id, known)}`),
  ]
}
