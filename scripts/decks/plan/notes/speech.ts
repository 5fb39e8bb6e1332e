import type { FactView, QuantityView } from '../../../../contract/fact-view.ts'
import type { CheckpointQuestion } from '../../../../contract/deck.ts'
import { typeOf } from '../../../../question-types/types.ts'
import type { Outline } from '../../outline-schema.ts'
import type { Material, SlideContent } from '../material.ts'
import { messagesFor, type Messages } from '../../../../contract/messages/registry.ts'
import { fill } from '../../../../contract/messages/wording.ts'

/** What a teacher can say to a slide, a paragraph each, in sentences that can be read out. */
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
    case 'agenda': {
      const { objectives, sections } = content.props
      return [
        ...(objectives.length > 0
          ? [fill(words.reach, { objectives: objectives.map(unstopped).join('; ') })]
          : []),
        fill(words.way, { sections: listed(sections.map(({ title }) => title)) }),
      ]
    }
    case 'section': {
      const { number, of, title, question } = content.props
      return [
        fill(words.part, { n: number, of, title: sentence(title) }),
        ...(question ? [fill(words.question, { question })] : []),
      ]
    }
    case 'marks':
      return content.props.marks.map(({ label, means }) => `${label}: ${sentence(means)}`)
    // The sentence is on the slide: the class reads it, and the teacher goes on from there.
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
    case 'disagreement':
      return [
        fill(words.differ, { about: sentence(content.props.about) }),
        ...facts.flatMap((fact) => account(fact, messages)),
        sentence(content.props.reading),
      ]
    case 'checkpoint':
      return questioned(content.props.question, words)
    case 'discussion':
      return [
        content.props.prompt,
        ...content.props.points.map((point) => fill(words.consider, { point: sentence(point) })),
        ...facts.map(({ statement }) => sentence(statement)),
      ]
    case 'arithmetic':
      return [
        content.props.question,
        ...(goesOn(content, before) ? [] : facts.flatMap((fact) => account(fact, messages))),
        ...content.props.steps.map(
          ({ say, expression, result }) => `${sentence(say)} ${expression} ${sentence(result)}`,
        ),
        sentence(content.props.conclusion),
      ]
    case 'guide':
      return [content.props.question]
    case 'primer':
      return content.props.entries.map(({ name, text }) => sentence(`${name}: ${text}`))
    case 'answer':
      return [content.props.question, sentence(content.props.answer)]
    case 'verdict':
      return content.props.columns.flatMap(({ label, items }) =>
        items.map(({ claim, why }) => sentence(`${label}: ${claim}. ${why}`)),
      )
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
function account(fact: FactView, messages: Messages): string[] {
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

function questioned(question: CheckpointQuestion, words: Messages['notes']): string[] {
  const { keys, reasons } = typeOf(question).spoken(question)
  return [
    question.stem,
    fill(keys.length > 1 ? words.answers : words.answer, { keys: keys.join('; ') }),
    ...reasons.map(({ of, right, because }) =>
      of === undefined
        ? sentence(because)
        : fill(right ? words.why : words.whyNot, { letter: of, because: sentence(because) }),
    ),
  ]
}

/** Titles one after the other; a question keeps its mark and needs no other. */
function listed(titles: readonly string[]): string {
  return sentence(titles.join('; ').replaceAll(/([?!…]); /g, '$1 '))
}

function unstopped(text: string): string {
  return text.replace(/\.$/, '')
}

function sentence(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`
}
