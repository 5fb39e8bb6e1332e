// The table of what the studio shows of each type of question. A kind that is not entered here is edited
// field by field, as its schema has them.

import type { Component } from 'vue'
import ChoiceEditor from './choice/ChoiceEditor.vue'

/** Takes `facts` and the question as its model, and whatever is in `props`. */
export interface TypeEditor {
  component: Component
  props: Readonly<Record<string, unknown>>
}

const editors: Readonly<Record<string, TypeEditor>> = {
  single: { component: ChoiceEditor, props: { several: false } },
  multiple: { component: ChoiceEditor, props: { several: true } },
}

/** The editor of a type; undefined where it has none. A question that names no kind is a single choice. */
export function editorOf(kind = 'single'): TypeEditor | undefined {
  return editors[kind]
}
