import type { FactView, QuantityView } from '../../facts/view.ts'
import type { CheckpointQuestion } from '../deck.ts'
import type { Outline } from '../outline-schema.ts'
import type { Material, SlideContent } from './material.ts'

/** What a teacher can say to a slide, a paragraph each, in sentences that can be read out. */
export function speech(
  content: SlideContent,
  before: SlideContent | undefined,
  outline: Outline,
  { views }: Material,
): string[] {
  if (content.kind === 'handwritten') return []
  const facts = content.facts.flatMap((id) => views.get(id) ?? [])
  switch (content.layout) {
    case 'cover':
      return [sentence(outline.summary)]
    case 'agenda': {
      const { objectives, sections } = content.props
      return [
        ...(objectives.length > 0 ? [`What we want to reach: ${objectives.map(unstopped).join('; ')}.`] : []),
        `The way there: ${sections.map(({ title }) => title).join('; ')}.`,
      ]
    }
    case 'section': {
      const { number, of, title, question } = content.props
      return [
        `Part ${number} of ${of}: ${sentence(title)}`,
        ...(question ? [`Keep this question in mind: ${question}`] : []),
      ]
    }
    case 'figure':
      return [...told(facts.slice(0, 1)), ...hedge(content.props.quantity), ...besides(facts.slice(1))]
    case 'bars':
      return [...told(facts), ...openEnds(content.props.bars.map(({ quantity }) => quantity))]
    case 'disagreement':
      return [
        `Two accounts differ: ${sentence(content.props.about)}`,
        ...facts.flatMap(account),
        sentence(content.props.reading),
      ]
    case 'checkpoint':
      return questioned(content.props.question)
    case 'discussion':
      return [
        content.props.prompt,
        ...content.props.points.map((point) => `Consider: ${sentence(point)}`),
        ...facts.map(({ statement }) => sentence(statement)),
      ]
    case 'arithmetic':
      return [
        content.props.question,
        ...(goesOn(content, before) ? [] : facts.flatMap(account)),
        ...content.props.steps.map(
          ({ say, expression, result }) => `${sentence(say)} ${expression} ${sentence(result)}`,
        ),
        sentence(content.props.conclusion),
      ]
    case 'recap':
      return facts.map(({ statement }) => sentence(statement))
    case 'sources':
      return [
        'Everything on these slides can be looked up in these texts.',
        ...content.props.sources.map(
          ({ title, date, basis, why }) =>
            `${sentence(title)} ${basis === 'printed' ? `It bears the date ${date}.` : `Its date, ${date}, is inferred${why ? `: ${sentence(why)}` : '.'}`}`,
        ),
      ]
    default:
      return told(facts)
  }
}

/** Facts with all that a listener should know of them. */
function told(facts: readonly FactView[]): string[] {
  return facts.flatMap((fact) => [
    ...account(fact),
    ...fact.disagreements.map(
      ({ about, statement, citation, reading }) =>
        `Another account differs: ${sentence(about)} ${sentence(statement)} That is from ${citation}. ${sentence(reading)}`,
    ),
  ])
}

/** A fact, who says so, how sure that is, and the note. */
function account(fact: FactView): string[] {
  return [
    sentence(fact.statement),
    `${whoSays(fact)} ${howSure[fact.status]}`,
    ...(fact.whenResolved ? [`How the date is known: ${sentence(fact.whenResolved)}`] : []),
    ...(fact.note ? [sentence(fact.note)] : []),
  ]
}

function besides(facts: readonly FactView[]): string[] {
  return facts.map((fact) => `Beside it: ${sentence(fact.statement)} ${whoSays(fact)}`)
}

function whoSays({ attribution, speakers, evidence }: FactView): string {
  if (speakers.length > 0) return `Who says so: ${sentence(attribution)}`
  // Several articles may have no publisher: read out, only their titles tell them apart.
  const titles = [...new Set(evidence.map(({ title }) => `“${title}”`))].join(' and ')
  const via = /, via .*$/.exec(attribution)?.[0] ?? ''
  return `Who says so: the article itself, ${sentence(`${titles}${via}`)}`
}

function goesOn(content: SlideContent, before: SlideContent | undefined): boolean {
  return (
    before?.kind === 'layout' &&
    before.layout === 'arithmetic' &&
    before.facts.every((id) => content.facts.includes(id))
  )
}

const howSure: Record<FactView['status'], string> = {
  documented: 'It is documented: the text shows it, and nobody in it doubts it.',
  reported: 'It is a report that the text passes on.',
  alleged: 'It is an allegation: somebody denies it, or it is not proven.',
  estimated: 'It is an estimate that somebody worked out, not a count.',
  planned: 'It is a plan or an announcement; it had not happened then.',
  opinion: 'It is a judgement or an expectation, not an event.',
}

const hedges: Partial<Record<QuantityView['bound'], string>> = {
  atLeast: 'is a floor: it can be more.',
  moreThan: 'is a floor: it is more, and we do not know how much.',
  upTo: 'is a ceiling: it can be less.',
  almost: 'is a little below the round figure.',
  about: 'is a rough figure.',
  range: 'is a range: any figure in it is possible.',
}

function hedge({ text, bound }: QuantityView): string[] {
  const meaning = hedges[bound]
  return meaning ? [`Mind the wording: “${text}” ${meaning}`] : []
}

function openEnds(quantities: readonly QuantityView[]): string[] {
  return quantities.some(({ low, high }) => low === undefined || high === undefined)
    ? ['Mind the open ends: some of these figures are floors or ceilings, not counts.']
    : []
}

function questioned({ stem, options, kind }: CheckpointQuestion): string[] {
  const keys = options.filter(({ correct }) => correct)
  return [
    stem,
    `${kind === 'multiple' ? 'All answers together' : 'Answer'}: ${keys.map(({ letter, text }) => `${letter}, ${unstopped(text)}`).join('; ')}.`,
    ...[...keys, ...options.filter(({ correct }) => !correct)].map(
      ({ letter, correct, because }) => `${correct ? 'Why' : 'Why not'} ${letter}: ${sentence(because)}`,
    ),
  ]
}

function unstopped(text: string): string {
  return text.replace(/\.$/, '')
}

function sentence(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`
}
