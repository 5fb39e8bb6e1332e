import type { FactView, QuantityView } from '../../../../contract/fact-view.ts'
import type { CheckpointQuestion } from '../../../../contract/deck.ts'
import { typeOf } from '../../../../question-types/types.ts'
import type { Outline } from '../../outline-schema.ts'
import type { Material, SlideContent } from '../material.ts'
import { planVoices } from '../../../../contract/measure/voices.ts'
import { planVerdict } from '../../../../contract/measure/verdict.ts'
import { messagesFor, type Messages } from '../../../../contract/messages/registry.ts'
import { fill } from '../../../../contract/messages/wording.ts'

/**
 * What a teacher can say to a slide, a paragraph each, in sentences that can be read out. What stands on the
 * slide is read there, and not said again.
 */
export function speech(
  content: SlideContent,
  before: SlideContent | undefined,
  outline: Outline,
  { views, base }: Material,
): string[] {
  if (content.kind === 'handwritten') return []
  const messages = messagesFor(base.unit.language)
  const { notes: words } = messages
  const facts = content.facts.flatMap((id) => views.get(id) ?? [])
  switch (content.layout) {
    case 'cover':
      return [sentence(outline.summary)]
    case 'guide':
      return [words.guide]
    case 'agenda': {
      const { objectives, sections } = content.props
      return [...(objectives.length > 0 ? [words.reach] : []), ...(sections.length > 0 ? [words.way] : [])]
    }
    case 'section': {
      const { number, of, question } = content.props
      if (question === undefined) return [fill(words.part, { n: number, of })]
      return [words.question, ...(outline.sections[number - 1]?.answer === undefined ? [] : [words.answered])]
    }
    case 'marks':
      return [words.marks]
    case 'primer':
      return [words.background]
    case 'statement':
    case 'account':
    case 'quotation':
      return told(facts, messages, 'read')
    case 'figure':
      return [
        ...told(facts.slice(0, 1), messages, content.props.comparison.length > 0 ? 'said' : 'read'),
        ...hedge(content.props.quantity, messages),
        ...besides(facts.slice(1), messages),
      ]
    case 'bars':
      return [
        ...told(facts, messages),
        ...openEnds(
          content.props.bars.map(({ quantity }) => quantity),
          words.openEnds,
        ),
      ]
    case 'voices':
      return told(facts, messages, planVoices(content.props.title, content.props.voices) ? 'read' : 'said')
    case 'disagreement':
      return [words.differ]
    case 'checkpoint':
      return questioned(content.props.question, words)
    case 'arithmetic':
      return goesOn(content, before) ? [] : facts.flatMap((fact) => account(fact, messages))
    // Where the slide has no room for the reasons, they are said.
    case 'verdict':
      return planVerdict(content.props.title, content.props.columns).reasons
        ? []
        : content.props.columns.flatMap(({ items }) =>
            items.map(({ claim, why }) => `${sentence(claim)} ${sentence(why)}`),
          )
    case 'answer':
      return []
    // Their slides have the short forms.
    case 'discussion':
    case 'story':
    case 'recap':
      return facts.map(({ statement }) => sentence(statement))
    case 'sources':
      return [
        words.lookUp,
        ...content.props.sources.map(
          ({ title, date, basis, why }) =>
            `${sentence(title)} ${basis === 'undated' ? words.undated : basis === 'printed' ? fill(words.printed, { date }) : why ? fill(words.inferredWhy, { date, why: sentence(why) }) : fill(words.inferred, { date })}`,
        ),
      ]
    default:
      return told(facts, messages)
  }
}

/** Facts with all that a listener should know of them; what is read on the slide is not said again. */
function told(facts: readonly FactView[], messages: Messages, wording: 'said' | 'read' = 'said'): string[] {
  return facts.flatMap((fact) => [
    ...account(fact, messages).slice(wording === 'read' ? 1 : 0),
    ...fact.disagreements.map(({ about, statement, citation, reading }) =>
      fill(messages.notes.otherAccount, {
        about: sentence(about),
        statement: sentence(statement),
        citation,
        reading: sentence(reading),
      }),
    ),
  ])
}

/** A fact, who says so, how sure that is, and the note. */
export function account(fact: FactView, messages: Messages): string[] {
  const { statuses, notes } = messages
  return [
    sentence(fact.statement),
    `${whoSays(fact, messages)} ${statuses[fact.status].spoken}`,
    ...(fact.whenResolved ? [fill(notes.resolved, { how: sentence(fact.whenResolved) })] : []),
    ...(fact.note ? [sentence(fact.note)] : []),
  ]
}

function besides(facts: readonly FactView[], messages: Messages): string[] {
  return facts.map(
    (fact) =>
      `${fill(messages.notes.beside, { statement: sentence(fact.statement) })} ${whoSays(fact, messages)}`,
  )
}

function whoSays(
  { attribution, speakers, evidence, via = '' }: FactView,
  { notes, slides }: Messages,
): string {
  if (speakers.length > 0) return fill(notes.says, { who: sentence(attribution) })
  // Several articles may have no publisher: read out, only their titles tell them apart.
  const titles = [...new Set(evidence.map(({ title }) => fill(slides.quoted, { text: title })))].join(
    notes.and,
  )
  return fill(notes.says, { who: sentence(fill(notes.itself, { titles, via })) })
}

function goesOn(content: SlideContent, before: SlideContent | undefined): boolean {
  return (
    before?.kind === 'layout' &&
    before.layout === 'arithmetic' &&
    before.facts.every((id) => content.facts.includes(id))
  )
}

function hedge({ text, bound }: QuantityView, { notes, slides }: Messages): string[] {
  const meaning = bound === 'exact' ? undefined : notes.hedges[bound]
  return meaning ? [fill(notes.mind, { text: fill(slides.quoted, { text }), meaning })] : []
}

function openEnds(quantities: readonly QuantityView[], warning: string): string[] {
  return quantities.some(({ low, high }) => low === undefined || high === undefined) ? [warning] : []
}

/** The key and its reasons, which a teacher has to know before the click. */
function questioned(question: CheckpointQuestion, words: Messages['notes']): string[] {
  const { keys, reasons } = typeOf(question).spoken(question)
  return [
    fill(keys.length > 1 ? words.answers : words.answer, { keys: keys.join('; ') }),
    ...reasons.map(({ of, right, because }) =>
      of === undefined
        ? sentence(because)
        : fill(right ? words.why : words.whyNot, { letter: of, because: sentence(because) }),
    ),
  ]
}

function sentence(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`
}
