// Yes and no: a negation put in or taken out, a word turned into its opposite.

import { attributed, tellingVerb } from '../attribution.ts'
import { verbPhrases } from '../grammar.ts'
import { hasStem, likeCase, replaceEach, retold, tidy, type Kind } from '../mutation.ts'

const denials =
  /\b(not|no|never|nobody|nothing|neither|nor|none|without|hardly|unlikely|cannot|lacks?|lacked)\b|n['’]t\b/i

export const negationIn: Kind = {
  id: 'negation-in',
  what: '“not” put in',
  make: ({ fact }) => {
    const { claim, around } = attributed(fact.statement)
    if (denials.test(claim)) return []
    return verbPhrases(claim).flatMap(({ text, start, end, denied }) => {
      // "may not" leaves the thing possible; a bare infinitive or participle depends on the verb before it.
      if (tellingVerb.test(text) || /\b(may|might)\b/i.test(text) || !/\b(not|n['’]t)\b/.test(denied))
        return []
      if (
        /(^|\s)(to|which|who|what|that|of|for|in|by|from|and)\s*$/i.test(claim.slice(0, start)) ||
        start === 0
      )
        return []
      if (
        !/^(is|are|was|were|has|have|had|will|would|can|could|should|must)\b/.test(text) &&
        !/(?<!^ties|^deals)(s|ed)$/.test(text)
      )
        return []
      return [retold(fact, tidy(around(claim.slice(0, start) + denied + claim.slice(end))))]
    })
  },
}

const out: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/\bneither (.+?) nor\b/gi, (match) => likeCase(match[0], `both ${match[1]} and`)],
  [/\bbut no\b/gi, () => 'and'],
  [/\b(?:do|does|did) not\b/gi, (match) => match[0].replace(/ not/, '')],
  [/\bcannot\b/gi, () => 'can'],
  [/\bnot (?!only|just|as)\b/gi, () => ''],
  [/\bno longer\b/gi, () => 'still'],
  [/(?<!or |but )\b(?:no|never) (?=\w)/gi, () => ''],
  [/\bnobody\b/gi, (match) => likeCase(match[0], 'everybody')],
  [/\bnothing\b/gi, (match) => likeCase(match[0], 'something')],
  [/\bwithout\b/gi, (match) => likeCase(match[0], 'with')],
  [/\bunlikely\b/gi, () => 'likely'],
  [/\bunknown\b/gi, () => 'known'],
  [/\bunspecified\b/gi, () => 'specified'],
  [/\blittle (doubt|reason|sign|shared|common)\b/gi, (match) => `much ${match[1]}`],
  [/\black(s|ed)?\b/gi, (match) => (match[1] === 'ed' ? 'had' : match[1] === 's' ? 'has' : 'have')],
]

export const negationOut: Kind = {
  id: 'negation-out',
  what: '“not”, “no”, “neither”, “unlikely” taken out',
  make: ({ fact }) =>
    out
      .flatMap(([pattern, turn]) => replaceEach(fact.statement, pattern, turn))
      .map((statement) => retold(fact, statement)),
}

/** Pairs in the same forms; each is used in both directions. */
const opposites = `
increase increases increased increasing increasingly : decrease decreases decreased decreasing decreasingly
raise raises raised raising : lower lowers lowered lowering
strengthen strengthens strengthened strengthening : weaken weakens weakened weakening
strong stronger strongest strongly : weak weaker weakest weakly
support supports supported supporting : oppose opposes opposed opposing
import imports imported importing : export exports exported exporting
accuse accuses accused accusing : acquit acquits acquitted acquitting
violate violates violated violating violation violations : respect respects respected respecting respect respect
confirm confirms confirmed confirming : deny denies denied denying
accept accepts accepted accepting : reject rejects rejected rejecting
admit admits admitted admitting : deny denies denied denying
begin begins began begun beginning : end ends ended ended ending
start starts started starting : stop stops stopped stopping
open opens opened opening : close closes closed closing
arrive arrives arrived arriving : leave leaves left leaving
buy buys bought buying : sell sells sold selling
gain gains gained gaining : lose loses lost losing
win wins won winning : lose loses lost losing
improve improves improved improving : worsen worsens worsened worsening
ease eases eased easing : aggravate aggravates aggravated aggravating
deepen deepens deepened deepening : fade fades faded fading
help helps helped helping : hinder hinders hindered hindering
allow allows allowed allowing : forbid forbids forbade forbidding
expand expands expanded expanding : shrink shrinks shrank shrinking
grow grows grew grown growing : shrink shrinks shrank shrunk shrinking
rise rises rose risen rising : fall falls fell fallen falling
attack attacks attacked attacking : defend defends defended defending
succeed succeeds succeeded succeeding : fail fails failed failing
exceed exceeds exceeded exceeding : undercut undercuts undercut undercutting
undermine undermines undermined undermining : bolster bolsters bolstered bolstering
destroy destroys destroyed destroying : restore restores restored restoring
build builds built building : demolish demolishes demolished demolishing
join joins joined joining : leave leaves left leaving
public publicly : secret secretly
covert covertly : open openly
empty : full
severe severely : mild mildly
massive massively : slight slightly
significant significantly : negligible negligibly
serious seriously : trivial trivially
huge : tiny
advanced : outdated
broad broader : narrow narrower
wide wider : narrow narrower
high higher highest : low lower lowest
large larger largest : small smaller smallest
long longer longest : short shorter shortest
near nearer nearest : far farther farthest
many : few
more : less
most : least
cheap cheaper : expensive costlier
early earlier : late later
old older : new newer
new newly : old formerly
growing : dwindling
heavy heavily : light lightly
illegal illegally : lawful lawfully
aggressive : peaceful
close closer : distant remoter
deep deeper deeply : shallow shallower shallowly
calm : alarmed
alarming : reassuring
safe safely : dangerous dangerously
better : worse
good : bad
crucial : irrelevant
essential : needless
possible : impossible
likely : unlikely
certain : doubtful
uncertain : certain
known : unknown
threat threats : protection protections
shortage shortages : surplus surpluses
ally allies : enemy enemies
northern : southern
eastern : western
inside : outside
alike : differently
first : last
warm warmer : cold colder
public : private
wet : dry
loss losses : profit profits
success successes : failure failures
victory victories : defeat defeats
ability : inability
advantage advantages : drawback drawbacks
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [left, right] = line.split(' : ').map((side) => side.split(' ')) as [string[], string[]]
    return left.flatMap((word, place) => (right[place] === undefined ? [] : [[word, right[place]] as const]))
  })

const opposite = new Map<string, string[]>()
for (const [left, right] of opposites) {
  opposite.set(left, [...(opposite.get(left) ?? []), right])
  opposite.set(right, [...(opposite.get(right) ?? []), left])
}

export const oppositeWord: Kind = {
  id: 'opposite-word',
  what: 'a word turned into its opposite',
  make: ({ fact, passage }) => {
    const { claim, around } = attributed(fact.statement)
    return replaceEach(claim, /(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu, (match) => {
      // Parts of names ("Far East") and words of somebody else stay.
      const before = claim.slice(0, match.index)
      if (match.index > 0 && /^\p{Lu}/u.test(match[0])) return undefined
      if (
        before.split('“').length > before.split('”').length ||
        /^ \p{Lu}\p{Ll}/u.test(claim.slice(match.index + match[0].length))
      )
        return undefined
      // "more than" and "fewer than" are bounds, another kind; "most of" and "many of" are scope.
      const after = claim.slice(match.index + match[0].length)
      if (/^(more|fewer|less|most|many|few|no)$/i.test(match[0]) && /^ (than|of|likely)\b/.test(after))
        return undefined
      const other = opposite.get(match[0].toLowerCase())?.find((word) => !hasStem(passage, word))
      return other === undefined ? undefined : likeCase(match[0], other)
    }).map((changed) => retold(fact, around(changed)))
  },
}
