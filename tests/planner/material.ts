// Fact bases of one line: 'sugar < light, water' is a fact that needs two others. The rest of a fact may be
// given beside it.
import { Fact } from '../../scripts/facts/fact-schema.ts'
import type { FactBase } from '../../scripts/facts/fact-base.ts'
import { loadFactBase } from '../../scripts/facts/fact-base.ts'
import { factViews, sourceViews } from '../../scripts/facts/fact-views.ts'
import { parseJson, type JsonDocument } from '../../scripts/source/json-document.ts'
import type { QuestionView } from '../../contract/question-view.ts'
import type { ChoiceView } from '../../question-types/choice/choice-view.ts'
import { Outline } from '../../scripts/decks/outline-schema.ts'
import { deckFacts, type DeckFact, type Material } from '../../scripts/decks/plan/material.ts'

export type FactInput = Partial<Record<keyof Fact, unknown>> & { topic?: string }

const actors = ['ada', 'ben', 'mill', 'shop', 'farm', 'port'] as const

const sources = [
  { id: 'leaf', publisher: 'Leaf Weekly', date: '2024-06-18', basis: 'printed' },
  { id: 'root', date: '2023', basis: 'inferred', why: 'it speaks of "next year, 2024"' },
  { id: 'unread', publisher: 'Nobody’s Paper', date: '2020', basis: 'printed' },
].map(({ id, publisher, date, basis, why }) => ({
  id,
  file: `${id}.txt`,
  sha256: '0'.repeat(64),
  title: `The ${id}`,
  ...(publisher ? { publisher } : {}),
  published: { date, basis, ...(why ? { why } : {}) },
}))

/** A fact of the notation `id` or `id < needed, needed`. */
export function fact(notation: string, more: FactInput = {}): FactInput {
  const [id = '', needs = ''] = notation.split('<').map((part) => part.trim())
  return {
    id,
    statement: `There is ${id}.`,
    short: `There is ${id}`,
    status: 'documented',
    tags: ['all'],
    evidence: [{ source: 'leaf', start: 10, end: 20, sha256: '0'.repeat(64) }],
    needs: needs === '' ? [] : needs.split(',').map((need) => need.trim()),
    ...more,
  }
}

/** A JSON document as it stands in a file; throws where it is broken. */
export function document(file: string, value: unknown): JsonDocument {
  const { value: made, diagnostics } = parseJson(file, JSON.stringify(value, null, 1))
  if (!made) throw new Error(JSON.stringify(diagnostics))
  return made
}

/** Material of these facts (in their topics, "plants" where not given) and of questions. */
export function material(inputs: readonly FactInput[], asked: readonly QuestionView[] = []): Material {
  const topics = [...new Set(inputs.map(({ topic = 'plants' }) => topic))]
  const { value: base, diagnostics } = loadFactBase([
    document('facts/actors.json', {
      actors: actors.map((id) => ({ id, name: id.toUpperCase(), kind: 'person' })),
    }),
    document('facts/sources.json', { sources }),
    document('facts/unit.json', { title: 'Garden', summary: 'How plants live.' }),
    ...topics.map((topic) =>
      document(`facts/${topic}.json`, {
        topic: { id: topic, title: `On ${topic}`, summary: `What ${topic} do.` },
        facts: inputs
          .filter((input) => (input.topic ?? 'plants') === topic)
          .map(({ topic: _topic, ...rest }) => rest),
      }),
    ),
  ])
  if (!base || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 1))
  return {
    base: base satisfies FactBase,
    views: factViews(base),
    sources: sourceViews(base),
    questions: new Map(asked.map((each) => [each.id, each])),
    markdown: new Map([['garden/intro.md', '# Hello']]),
  }
}

/** Facts of the notation, as the planner has them. */
export function facts(...inputs: readonly (string | FactInput)[]): DeckFact[] {
  const made = inputs.map((input) => (typeof input === 'string' ? fact(input) : input))
  return deckFacts(
    made.map(({ id }) => String(id)),
    material(made),
  )
}

/** A fact with one quantity: `amount('rain', 'rain fallen', 40, 'litres')`. */
export function amount(notation: string, label: string, value: number, unit: string, more: FactInput = {}) {
  return fact(notation, {
    quantities: [{ id: 'amount', label, value, unit, ...(more.quantities as object) }],
    ...more,
  })
}

/** An outline of one section, or of those given. */
export function outline(
  slides: readonly unknown[],
  more: Partial<Record<keyof Outline, unknown>> = {},
): { id: string; value: Outline } {
  return {
    id: 'garden',
    value: Outline.parse({
      title: 'The garden',
      summary: 'How a garden lives.',
      audience: 'Gardeners',
      minutes: 20,
      objectives: ['Tell a leaf from a root'],
      sections: [{ title: 'Plants', slides }],
      ...more,
    }),
  }
}

/** A question with two options on these facts of the material. */
export function question(id: string, { views }: Pick<Material, 'views'>, ...on: string[]): ChoiceView {
  return {
    id,
    hash: '0'.repeat(16),
    stem: 'What does a plant need?',
    kind: 'single',
    level: 'recall',
    objective: 'needs',
    options: [
      { index: 1, letter: 'A', text: 'Noise', correct: false, because: 'A plant has no ears' },
      { index: 0, letter: 'B', text: 'Light.', correct: true, because: 'It makes sugar with it.' },
    ],
    facts: on.flatMap((each) => views.get(each) ?? []),
  }
}
