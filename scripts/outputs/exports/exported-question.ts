// A question as exports see it: what its type describes, and all that a question has whatever its type.
// Formats read this and nothing of the types.

import type { Description } from '../../../contract/question-description.ts'
import type { FactView } from '../../../contract/fact-view.ts'
import type { BankView, QuestionView } from '../../../contract/question-view.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { fill } from '../../../contract/messages/wording.ts'
import { typeOf } from '../../../question-types/types.ts'

/** A statement behind a question. */
export interface ExportedFact {
  statement: string
  /** "Reported: Ada Moor, harbour master (May 2024), via Coast News". */
  status: string
  /** "Source: Coast News, 23 May 2024, characters 1204–1388". */
  source: string
}

export interface ExportedQuestion {
  /** Unique within the unit. */
  id: string
  /**
   * Names the question wherever several units may meet: `<quiz>/<id>`. As long as neither changes, a second
   * import changes the question instead of adding one.
   */
  uid: string
  described: Description
  /** Empty where there is none. */
  hint: string
  level: QuestionView['level']
  /** The level in the words of the language. */
  levelWord: string
  objective: string
  /** Level, objective and the tags of its facts: lower-case words joined by hyphens. */
  tags: string[]
  facts: ExportedFact[]
  /** Of what a learner sees; a changed question has another one. */
  hash: string
}

/** The questions of a bank, in its order. */
export function exportedQuestions(bank: BankView): ExportedQuestion[] {
  const messages = messagesFor(bank.language)
  const objectives = new Map(bank.objectives.map(({ id, text }) => [id, text]))
  return bank.questions.map((question) => ({
    id: question.id,
    uid: `${bank.id}/${question.id}`,
    described: typeOf(question).describe(question),
    hint: question.hint ?? '',
    level: question.level,
    levelWord: messages.site.levels[question.level],
    objective: objectives.get(question.objective) ?? question.objective,
    tags: [...new Set([question.level, question.objective, ...question.facts.flatMap(({ tags }) => tags)])],
    facts: question.facts.map((fact) => exportedFact(fact, messages.exports)),
    hash: question.hash,
  }))
}

export function exportedFact(
  { statement, statusLabel, attribution, evidence }: FactView,
  { status, source }: { status: string; source: string },
): ExportedFact {
  const places = evidence.map((each) => `${each.title} (${each.citation}, ${each.place})`)
  return {
    statement,
    status: fill(status, { status: statusLabel, attribution }),
    source: fill(source, { source: places.join('; ') }),
  }
}

/** The beginning of a stem, for lists of questions; at most `longest` characters. */
export function nameOf({ described: { prompt } }: ExportedQuestion, longest = 100): string {
  const characters = Array.from(prompt)
  return characters.length <= longest
    ? prompt
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
