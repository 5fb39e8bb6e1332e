// How much each layout holds at legible type (24 px and more) without leaving its box. The planner splits
// what is longer; tests/theme fills every layout to these limits in a browser.

/** Most items of a slide, by layout and prop. */
export const capacity = {
  agenda: { objectives: 6, sections: 6 },
  figure: { comparison: 2 },
  bars: { bars: 6, onTwoAxes: 5 },
  timeline: { events: 7 },
  voices: { voices: 4 },
  disagreement: { sides: 2 },
  transfers: { actors: 4, transfers: 8 },
  checkpoint: { options: 4, lines: 6 },
  discussion: { points: 4, pointsBesideFacts: 3, facts: 2, factsTogether: 3 },
  arithmetic: { inputs: 4, steps: 3, inputsOfMoreSteps: 3, moreSteps: 4 },
  primer: { entries: 4 },
  answer: { facts: 2 },
  verdict: { items: 2 },
  recap: { points: 6 },
  sources: { sources: 3 },
  marks: { marks: 7 },
  map: { facts: 4 },
  relay: { rows: 4 },
  mentions: { links: 4, about: 6 },
  buildup: { amounts: 4 },
  story: { lanes: 5, events: 8 },
} as const

/**
 * Most letters of a text on a slide; longer ones are errors in an outline. Attributions are cut by
 * `measure/footer.ts` to what has room.
 */
export const textLimits = {
  title: 90,
  short: 60,
  statement: 240,
  speaker: 34,
  role: 80,
  what: 60,
  about: 70,
  reading: 240,
  quote: 90,
  stem: 220,
  option: 90,
  because: 300,
  prompt: 200,
  point: 110,
  sectionQuestion: 160,
  objective: 140,
  gloss: 110,
  answer: 260,
  claim: 90,
  why: 130,
  sectionTitle: 70,
  say: 90,
  expression: 45,
  result: 32,
  conclusion: 200,
  sourceTitle: 110,
} as const

/** A text on a slide. */
export interface SlideText {
  limit: keyof typeof textLimits
  text: string
  /** Whose text it is, for a message: `fact "tides"`. */
  of: string
}
