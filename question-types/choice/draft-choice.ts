/** An option before it is one: what it says, why it is right or wrong, and of which fact it is true. */
export interface DraftOption {
  text?: string
  quantity?: { fact: string; quantity: string }
  because: string
  trueOf?: string
}

/** A single choice before it is one. */
export interface DraftChoice {
  id: string
  stem: string
  facts: readonly string[]
  key: DraftOption
  distractors: readonly DraftOption[]
  level: string
  objective: string
}

/** A single choice as it stands in a bank, its members in the order of the guide. */
export function choiceFrom({ id, stem, facts, key, distractors, level, objective }: DraftChoice): object {
  return {
    id,
    stem,
    facts,
    options: [
      { ...shown(key), correct: true, because: key.because },
      ...distractors.map((option) => ({
        ...shown(option),
        because: option.because,
        ...(option.trueOf === undefined ? {} : { trueOf: option.trueOf }),
      })),
    ],
    level,
    objective,
  }
}

function shown({ text, quantity }: DraftOption): object {
  return quantity ? { quantity } : { text }
}
