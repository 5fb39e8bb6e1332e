/** Most items that a slide holds at a size that can be read from the last row, by layout and prop: those of the Slidev theme. */
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
