import type { Examples } from '../language.ts'

export const examples: Examples = {
  open: /\b(?:like|such as|includ(?:es?|ed|ing)|among|for example|for instance|especially|particularly|in particular|notably|others?)\b/i,
  // "Like" after a plural only: "it looks like Norway" and "like Norway, Iceland agreed" name no examples.
  before: /(?:\b(?!looks|seems|sounds|feels|acts|is|was|does)\p{L}+s (like)|(such as|including)) (?:the )?$/u,
  between: /^(?:,|,? (?:and|or)|,? as well as) (?:the )?$/,
  ownClause: /^,? wh(?:ich|o|ose|om|ere)\b/,
}
