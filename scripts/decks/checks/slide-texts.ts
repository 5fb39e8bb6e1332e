// Which texts a layout sets, and how long each may be: the theme fills every layout to these limits in its
// tests.

import type { SlideText } from '../../../contract/capacity.ts'
import { typeOf } from '../../../question-types/types.ts'
import type { FactLine, LayoutName, Layouts } from '../../../contract/deck.ts'

type Texts = { [L in LayoutName]: (props: Layouts[L]) => SlideText[] }

const texts: Texts = {
  cover: () => [],
  agenda: ({ objectives, sections }) => [
    ...objectives.map((text, index) => own('objective', text, `objective ${index + 1}`)),
    ...sections.map(({ title }, index) => own('sectionTitle', title, `section ${index + 1}`)),
  ],
  section: ({ question }) =>
    question ? [own('sectionQuestion', question, 'the question of the section')] : [],
  statement: ({ fact }) => [...factTexts('statement', fact)],
  account: ({ fact }) => factTexts('statement', fact),
  figure: ({ fact, comparison }) => [
    ...factTexts('statement', fact),
    ...comparison.flatMap((each) => factTexts('short', each.fact)),
  ],
  bars: ({ bars }) => bars.flatMap(({ fact }) => factTexts('short', fact)),
  timeline: ({ events }) => events.flatMap(({ fact }) => factTexts('short', fact)),
  voices: ({ voices }) =>
    voices.flatMap(({ speaker, role, fact }) => [
      own('speaker', speaker, `the speaker of fact "${fact.id}"`),
      ...(role ? [own('role', role, `the role of ${speaker}`)] : []),
    ]),
  disagreement: ({ about, reading, sides }) => [
    own('about', about, 'what is in dispute'),
    own('reading', reading, 'the careful reading'),
    ...sides.flatMap((side) => factTexts('statement', side)),
  ],
  transfers: ({ transfers }) =>
    transfers.map(({ what, fact }) => own('what', what, `what is given in fact "${fact.id}"`)),
  quotation: ({ quote, speaker, role, fact }) => [
    own('quote', quote, `the quotation of fact "${fact.id}"`),
    ...(role ? [own('role', role, `the role of ${speaker}`)] : []),
    ...factTexts('statement', fact),
  ],
  checkpoint: ({ question }) => [
    own('stem', question.stem, `the stem of question "${question.id}"`),
    ...typeOf(question).slideTexts(question),
  ],
  discussion: ({ prompt, points, facts }) => [
    own('prompt', prompt, 'the prompt'),
    ...points.map((text, index) => own('point', text, `point ${index + 1}`)),
    ...facts.flatMap((fact) => factTexts('short', fact)),
  ],
  arithmetic: ({ steps, conclusion, fact }) => [
    ...steps.flatMap(({ say, expression, result }, index) => [
      own('say', say, `step ${index + 1} of fact "${fact.id}"`),
      own('expression', expression, `the sum in step ${index + 1} of fact "${fact.id}"`),
      own('result', result, `the result of step ${index + 1} of fact "${fact.id}"`),
    ]),
    own('conclusion', conclusion, `the conclusion of fact "${fact.id}"`),
  ],
  guide: ({ question }) => [own('sectionQuestion', question, 'the guiding question')],
  primer: ({ entries }) => entries.map(({ name, text }) => own('gloss', text, `background "${name}"`)),
  answer: ({ question, answer, facts }) => [
    own('sectionQuestion', question, 'the question of the section'),
    own('answer', answer, 'the answer of the section'),
    ...facts.flatMap((fact) => factTexts('short', fact)),
  ],
  verdict: ({ columns }) =>
    columns.flatMap(({ label, items }) =>
      items.flatMap(({ claim, why }) => [
        own('claim', claim, `a claim under "${label}"`),
        own('why', why, `a reason under "${label}"`),
      ]),
    ),
  recap: ({ points }) => points.flatMap((fact) => factTexts('short', fact)),
  marks: () => [],
  picture: () => [],
  relay: ({ rows }) => rows.flatMap(({ fact }) => factTexts('short', fact)),
  mentions: ({ links }) => links.flatMap(({ fact }) => factTexts('short', fact)),
  buildup: ({ limit }) => factTexts('short', limit.fact),
  story: ({ lanes, events }) => [
    ...lanes.map((text, index) => own('sectionTitle', text, `section ${index + 1}`)),
    ...events.flatMap(({ fact }) => factTexts('short', fact)),
  ],
  map: ({ items }) => items.flatMap(({ fact }) => factTexts('short', fact)),
  sources: ({ sources }) => sources.map(({ id, title }) => own('sourceTitle', title, `source "${id}"`)),
}

/** The texts of a slide that have a limit, its heading first. */
export function slideTexts<L extends LayoutName>(layout: L, props: Layouts[L]): SlideText[] {
  return [own('title', props.title, 'the heading'), ...texts[layout](props)]
}

function factTexts(limit: 'statement' | 'short', fact: FactLine): SlideText[] {
  return [
    own(limit, fact[limit], `the ${limit === 'short' ? 'short form' : 'statement'} of fact "${fact.id}"`),
  ]
}

function own(limit: SlideText['limit'], text: string, of: string): SlideText {
  return { limit, text, of }
}
