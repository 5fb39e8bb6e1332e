import { compareClaim } from './compare-claim.ts'
import { tells, type Claim } from './read-claim.ts'
import { contradicted, type VerdictRule } from './verdict-rule.ts'

/** Rules of words whose findings contradict a claim, and what they say of it. */
const contradicting: Readonly<Record<string, string>> = {
  'fact/opposite-word': 'what its facts say, which is the opposite',
  'fact/negation-kept': 'what its facts deny, and nothing else, denied',
  'fact/roles-kept': 'everybody in the part that its facts give him',
  'fact/mood-kept': 'a plan, a possibility or a demand told as such',
  'fact/scope-kept': 'no more than its facts say of how many or how far',
  'fact/link-in-evidence': 'no cause and no order in time but those of its facts',
  'fact/unit-in-evidence': 'the figure of what its facts count',
  'fact/bound-in-evidence': 'the figure as its facts bound it',
  'fact/attribution-kept': 'whoever says so by its facts named, and nobody else',
  'fact/word-in-evidence': 'nothing of which its facts do not speak',
}
/** What leaves a doubt, however sure the rule is of a statement: a claim may go on to say what follows. */
const doubtful: ReadonlySet<string> = new Set(['fact/attribution-kept', 'fact/word-in-evidence'])

/**
 * What only a reader of words can see, and so only with the articles: a claim that is called true and turns what
 * its facts say into the opposite, gives somebody the part of another, ties what they do not tie, or adds what none
 * of their words supports.
 */
export const claimWords: VerdictRule = (claim, place) => {
  if (!claim.called || claim.told < tells.partly) return []
  return compareClaim(claim)
    .flatMap(({ rule, severity, start, end }) => {
      const expected = contradicting[rule]
      if (expected === undefined || !isAsked(rule, severity, claim)) return []
      const words = claim.text.slice(start, end)
      return contradicted(
        claim,
        place,
        'question/claim-words',
        words === claim.text ? 'words' : `"${words}"`,
        expected,
        severity === 'error' && !doubtful.has(rule),
      )
    })
    .slice(0, 1)
}

/**
 * A single word that nothing supports counts where the claim says what its fact says, and little else; a speaker,
 * where the fact records one.
 */
function isAsked(rule: string, severity: string, { told, covers, near, beside, base }: Claim): boolean {
  if (rule === 'fact/word-in-evidence')
    return severity === 'error' || (told >= tells.wholly && covers >= tells.partly)
  if (rule !== 'fact/attribution-kept') return true
  return near.saidBy.length > 0 && base.language.hedges?.attributes(beside) !== true
}
