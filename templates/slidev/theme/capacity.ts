// How much each layout holds at legible type (24 px and more for what is read aloud, 18 px for sources and reasons) without leaving its box.
// The planner splits what is longer; tests/theme fills every layout to these limits in a browser.

/** Most items of a slide, by layout and prop. */
export const capacity = {
  agenda: { objectives: 6, sections: 6 },
  figure: { comparison: 3 },
  bars: { bars: 6 },
  timeline: { events: 7 },
  voices: { voices: 4 },
  disagreement: { sides: 2 },
  transfers: { actors: 4, transfers: 8 },
  checkpoint: { options: 4 },
  discussion: { points: 4, facts: 3 },
  arithmetic: { inputs: 4, steps: 3 },
  recap: { points: 6 },
  sources: { sources: 5 },
} as const

/** Most letters of a text on a slide. Longer ones are set smaller as far as type may shrink, then cut with an ellipsis. */
export const textLimits = {
  title: 90,
  short: 60,
  statement: 240,
  attribution: 110,
  citation: 110,
  speaker: 40,
  role: 60,
  what: 60,
  about: 90,
  reading: 280,
  quote: 90,
  stem: 200,
  option: 90,
  because: 300,
  prompt: 200,
  point: 110,
  sectionQuestion: 160,
  say: 110,
  expression: 60,
  result: 60,
  conclusion: 240,
  sourceTitle: 110,
} as const
