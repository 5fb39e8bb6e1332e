// The table of what the studio shows of each type of question. A kind that is not entered here is edited
// field by field, as its schema has them.

import type { Component } from 'vue'
import ChoiceEditor from './choice/ChoiceEditor.vue'
import MatchEditor from './match/MatchEditor.vue'
import NumericEditor from './numeric/NumericEditor.vue'
import OrderEditor from './order/OrderEditor.vue'
import TrueFalseEditor from './true-false/TrueFalseEditor.vue'
import ClozeEditor from './written/ClozeEditor.vue'
import ShortAnswerEditor from './written/ShortAnswerEditor.vue'

/** Takes `facts` and the question as its model, and whatever is in `props`. */
export interface TypeEditor {
  /** What a teacher calls it. */
  name: string
  component: Component
  props: Readonly<Record<string, unknown>>
  /** The fields of its own that a new question begins with. */
  start: Readonly<Record<string, unknown>>
}

const option = { text: '', because: '' }
const pair = { left: '', right: '', because: '' }

const editors: Readonly<Record<string, TypeEditor>> = {
  single: {
    name: 'One right answer',
    component: ChoiceEditor,
    props: { several: false },
    start: { options: [option, option, option] },
  },
  multiple: {
    name: 'Several right answers',
    component: ChoiceEditor,
    props: { several: true },
    start: { options: [option, option, option, option] },
  },
  numeric: {
    name: 'A figure',
    component: NumericEditor,
    props: {},
    start: { value: 0, unit: '', because: '' },
  },
  'true-false': {
    name: 'True or false, with the reason',
    component: TrueFalseEditor,
    props: {},
    start: { true: true, because: '', reasons: [{ text: '', correct: true, because: '' }, option] },
  },
  order: {
    name: 'Put into order',
    component: OrderEditor,
    props: {},
    start: { items: [option, option, option] },
  },
  match: { name: 'Match', component: MatchEditor, props: {}, start: { pairs: [pair, pair] } },
  'short-answer': {
    name: 'A few words',
    component: ShortAnswerEditor,
    props: {},
    start: { accepted: [], because: '' },
  },
  cloze: { name: 'A text with gaps', component: ClozeEditor, props: {}, start: { text: '', gaps: [] } },
}

/** The editor of a type; undefined where it has none. A question that names no kind is a single choice. */
export function editorOf(kind = 'single'): TypeEditor | undefined {
  return editors[kind]
}

/** The kinds that can be begun in the studio, the one that needs no name first. */
export const edited: readonly { kind: string | undefined; name: string }[] = Object.entries(editors).map(
  ([kind, { name }], index) => ({ kind: index === 0 ? undefined : kind, name }),
)
