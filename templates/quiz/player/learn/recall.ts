// What a learner would probably know today, and how sure that is.

/** Of some questions: how many are expected to be recalled, and a range that holds nine times in ten. */
export interface Expected {
  of: number
  mean: number
  low: number
  high: number
}

/**
 * The number of hits where each question is recalled with a chance of its own, independently (the
 * Poisson-binomial distribution, exactly): its mean, its 5th and its 95th percentile. The chances are FSRS's;
 * that its idea of a learner may be wrong comes on top and is not in the range.
 */
export function expectedRecall(chances: readonly number[]): Expected {
  let distribution = [1]
  for (const chance of chances)
    distribution = [...distribution, 0].map(
      (share, hits) => share * (1 - chance) + (distribution[hits - 1] ?? 0) * chance,
    )
  const percentile = (share: number): number => {
    let sum = 0
    // What binary fractions lose must not push the last one out of reach.
    const at = distribution.findIndex((each) => (sum += each) >= share - 1e-9)
    return at < 0 ? chances.length : at
  }
  return {
    of: chances.length,
    mean: chances.reduce((sum, chance) => sum + chance, 0),
    low: percentile(0.05),
    high: percentile(0.95),
  }
}
