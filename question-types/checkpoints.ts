// The table of checkpoints: what each question type shows on a slide.

import type { Component } from 'vue'
import Asked from './asked/AskedCheckpoint.vue'
import Choice from './choice/Checkpoint.vue'
import Numeric from './numeric/Checkpoint.vue'

export const checkpoints: Readonly<Record<string, Component>> = {
  single: Choice,
  multiple: Choice,
  numeric: Numeric,
  'true-false': Asked,
  order: Asked,
  match: Asked,
  'short-answer': Asked,
  cloze: Asked,
}
