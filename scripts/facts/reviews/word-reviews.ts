import type { FactView } from '../../../contract/fact-view.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { wordsIn } from '../../../contract/messages/wording.ts'
import { wordDate } from '../wording.ts'

/**
 * How many of these statements a second reader agreed to as they are, and when the last of them; each fact
 * counts once.
 */
export function wordReviews(facts: Iterable<Pick<FactView, 'id' | 'reviewed'>>, language: string): string {
  const each = [...new Map(Array.from(facts, (fact) => [fact.id, fact])).values()]
  const days = each.flatMap(({ reviewed }) => reviewed ?? []).toSorted()
  const last = days.at(-1)
  const messages = messagesFor(language)
  const say = wordsIn(language)
  const counts = { n: days.length, of: each.length }
  return last === undefined
    ? say(messages.facts.reviewed, counts)
    : say(messages.facts.reviewedLast, { ...counts, date: wordDate(last, messages) })
}
