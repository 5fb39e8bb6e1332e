import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Place } from '../../source/json-document.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** Facts, questions, topics, tags and Markdown files that an outline names must exist. */
export const knownReferences: OutlineRule = (outline, { base, questions, markdown }) => {
  const facts = (ids: readonly string[], place: Place): Diagnostic[] =>
    ids.flatMap((id, index) =>
      reference(id, base.facts, place.in(index), 'outline/known-fact', 'an id of a fact in facts/'),
    )
  return [
    ...placedSlides(outline).flatMap(({ slide, place }) => {
      if ('question' in slide)
        return reference(
          slide.question,
          questions,
          place.in('question'),
          'outline/known-question',
          'an id of a question in questions/',
        )
      if ('markdown' in slide)
        return reference(
          slide.markdown,
          markdown,
          place.in('markdown'),
          'outline/known-markdown',
          'the path of a Markdown file within slides/',
        )
      if ('take' in slide) {
        const { topic, tag } = slide.take
        const { topics, tags } = groupings(base)
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
      if ('background' in slide)
        return slide.background.flatMap((id, index) =>
          base.background.has(id)
            ? []
            : [
                error(
                  place.in('background', index).location,
                  'background/known',
                  `Unexpected entry "${id}", expected an id of facts/background.json${suggest(id, base.background.keys())}`,
                ),
              ],
        )
      return facts(slide.facts, place.in('facts'))
    }),
    ...(['supported', 'plausible', 'weak'] as const).flatMap((degree) =>
      (outline.value.verdict?.[degree] ?? []).flatMap((item, index) =>
        facts(item.facts, outline.place.in('verdict', degree, index, 'facts')),
      ),
    ),
    ...facts(outline.value.recap ?? [], outline.place.in('recap')),
  ]
}

interface Groupings {
  topics: ReadonlySet<string>
  tags: ReadonlySet<string>
}

// Every outline is held against the same ones.
const groupingsOf = new WeakMap<FactBase, Groupings>()

function groupings(base: FactBase): Groupings {
  const made = groupingsOf.get(base) ?? {
    topics: new Set(base.topics.map(({ value }) => value.id)),
    tags: new Set(Array.from(base.facts.values()).flatMap(({ value }) => value.tags)),
  }
  groupingsOf.set(base, made)
  return made
}

function reference(
  id: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  place: Place,
  rule: `outline/known-${string}`,
  expected: string,
): Diagnostic[] {
  if (known.has(id)) return []
  const noun = rule.slice('outline/known-'.length)
  return [
    error(
      place.location,
      rule,
      `Unexpected ${noun} "${id}", expected ${expected}${suggest(id, known.keys())}`,
    ),
  ]
}
