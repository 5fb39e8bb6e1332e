import type { FactView } from '../../../../contract/fact-view.ts'
import type { LikelyAnswer, Notes } from '../../../../contract/deck.ts'
import { revealSteps } from '../../../../contract/reveal.ts'
import { messagesFor, type Messages } from '../../../../contract/messages/registry.ts'
import type { Draft, Material, SlideContent } from '../material.ts'
import { account } from './speech.ts'

/** What a teacher asks, by what waits for the click, and what to say to likely answers. */
export function askedOf(draft: Draft, { views, base }: Material): Pick<Notes, 'ask' | 'answers'> {
  const { content } = draft
  if (content.kind !== 'layout') return {}
  const messages = messagesFor(base.unit.language)
  const question = draft.closes ? undefined : questionOf(content, messages)
  const answers =
    content.layout === 'disagreement'
      ? votesOf(
          content.facts.flatMap((id) => views.get(id) ?? []),
          messages,
        )
      : (draft.answers ?? [])
  return {
    ...(question === undefined ? {} : { ask: question }),
    ...(answers.length > 0 ? { answers: [...answers] } : {}),
  }
}

function questionOf(
  content: Extract<SlideContent, { kind: 'layout' }>,
  messages: Messages,
): string | undefined {
  const { ask } = messages.notes
  switch (content.layout) {
    case 'guide':
      return ask.today
    case 'agenda':
      return content.props.objectives.length > 0 ? ask.able : undefined
    case 'marks':
      return ask.mixed
    case 'section':
      return content.props.question === undefined ? undefined : ask.expect
    case 'primer':
      return ask.words
    case 'disagreement':
      return ask.accounts
    case 'arithmetic':
      return ask.sum
    case 'checkpoint':
      return ask.hands
    case 'discussion':
      return content.props.points.length > 0 ? ask.talk : ask.think
    case 'answer':
      return ask.own
    case 'verdict':
      return ask.where
    case 'timeline':
    case 'map':
    case 'relay':
    case 'mentions':
    case 'buildup':
    case 'transfers':
      return revealSteps(content) > 0 ? ask.next : undefined
    case 'bars':
    case 'figure':
      return ask.wording
    default:
      return undefined
  }
}

/** To whoever votes for an account: who says so, how sure, and what is to be known of it. */
function votesOf(facts: readonly FactView[], messages: Messages): LikelyAnswer[] {
  return messages.notes.sides.flatMap((answer, index) => {
    const fact = facts[index]
    return fact ? [{ answer, reply: account(fact, messages).slice(1).join(' ') }] : []
  })
}
