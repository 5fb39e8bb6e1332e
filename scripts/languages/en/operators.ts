import { wholeWords } from '../word-pattern.ts'
import type { Operator, OperatorClass } from '../reading.ts'
import { remember } from '../remember.ts'

/**
 * `says`: words that do this and nothing else; a statement with one claims something. `allows`: words that
 * may do this as well; a passage with one of them is enough for a statement that says it. Alternatives of a
 * regular expression.
 */
const words: Readonly<Record<Exclude<OperatorClass, 'superlative'>, { says: string; allows?: string }>> = {
  negation: {
    says: 'not|never|no(?! (?:less|fewer|more|later) than)(?! (?:one|other)\\b)|no one|none|neither|nor|nobody|nothing|nowhere|cannot|hardly|scarcely',
  },
  refusal: {
    says:
      'without|den(?:y|ies|ied|ying|ial)|refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|absen(?:ce|t)|unable|' +
      'unlikely|unknown|unclear|uncertain|unspecified|unconfirmed|unproven|instead of|rather than|far from|rul(?:e|es|ed|ing) out|remains? to be|yet to|at the (?:earliest|soonest)|against(?= \\p{L}+ing\\b)|bar(?:s|red|ring)|forb(?:id|ids|ade|idden)|bann?(?:s|ed|ing)?|prohibit(?:s|ed|ing)?|' +
      'dismiss(?:es|ed|ing)?|stop(?:s|ped|ping)?|prevent(?:s|ed|ing|ion)?|avoid(?:s|ed|ing)?|halt(?:s|ed|ing)?|ceas(?:e|es|ed)|impossible|' +
      'no longer|disput(?:e|es|ed|ing)|beyond (?:repair|doubt|hope|saving|rescue|recognition)|invalid|shortages?|missing|withh[eo]ld(?:s|ing)?|excluding|excludes?|un\\p{L}{4,}ed',
  },
  all: {
    says: 'all|every|everyone|everybody|everything|each(?! other)|always|entire|entirely|whole|wholly|completely|fully|totally|throughout|invariably|everywhere|unanimous(?:ly)?',
    allows:
      'any|both|alike|universal(?:ly)?|total|complete|full|100|neither|none|no|round the clock|around the clock|cut off',
  },
  most: {
    says: 'most(?! \\p{L}+(?:ed|ing|ive|ant|ent|ous|ful|al|ic|ble)\\b)|majority|mostly|mainly|largely|predominantly|primarily|chiefly|principally|usually|generally|typically',
    allows:
      'foremost|in particular|main|primary|chief|principal|bulk|overwhelming(?:ly)?|much|half|two-thirds|three-quarters|nearly all|almost all|particularly|notably',
  },
  many: {
    says: 'many|numerous|multiple|countless|widely|widespread|dozens|often|frequently|repeatedly|regularly',
    allows:
      'much|hundreds|thousands|millions|plenty|extensive(?:ly)?|massive(?:ly)?|vast|all|most|several|various|common(?:ly)?|routine(?:ly)?|growing|several|series of|again|times|some of|large|lots?|lists?|including|and',
  },
  few: {
    says: 'few(?! days| weeks| months| years)|rare|rarely|seldom|hardly any|barely',
    allows: 'fewer|scarce|minimal|minor|small|little|limited|only|handful|no|not|hardly',
  },
  some: {
    says: 'some of|a few|several|certain|a number of|partly|partially|sometimes|occasionally|a handful',
    allows: 'some|various|part|in part|one of|among|many|multiple|numerous|dozens|including',
  },
  only: {
    says: 'only|solely|exclusively|sole|merely|purely|nothing but|nobody but|no other',
    allows: 'any other|alone|just|limited|confined|exclusive|single|unless|except',
  },
  limit: {
    says:
      'mainly|mostly|largely|primarily|chiefly|principally|predominantly|partly|partially|in part|part of|parts of|much of|most of|some of|many of|a few of|generally|' +
      'typically|usually|often|sometimes|in public|publicly|officially|almost|at least in part|early(?= \\p{Ll}+s(?!\\p{L}))|initial(?= \\p{Ll}+s(?!\\p{L}))',
    allows: 'main|primary|chief|particularly|especially|above all|nearly|public|even if|though|although',
  },
  first: {
    says: 'first|last(?! (?:year|month|week|night|summer|autumn|winter|spring)\\b)|final|unprecedented|maiden',
    allows:
      'firstly|finally|latest|initial(?:ly)?|original(?:ly)?|never before|once|second|third|new|begin\\p{L}*|began|start\\p{L}*|end|ended|debut|found(?:ed|er|ing)|1st|inaugural|lead|leading|earliest|ever|late',
  },
  cause: {
    says:
      'because|due to|owing to|thanks to|led (?:directly )?to|leading (?:directly )?to|caus(?:e|es|ed|ing)|resulted in|resulting in|as a (?:direct )?result|therefore|consequently|prompted|' +
      'prompting|triggered|triggering|forced|forcing|so that|thereby|which is why',
    allows:
      'since(?= (?:they|it|he|she|there|this|that|the|we|its|their)\\b)|leads? to|led|results? in|resulting|results? (?:of|from)|thus|hence|consequences?|prompts|forces|triggers|why|reasons?|given|in (?:response|return|exchange|light|view) (?:to|for|of)|' +
      'allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|lets?|stem(?:s|med|ming)?|driv(?:e|es|en|ing)|drove|mak(?:es|ing)|made|make|blam(?:e|es|ed|ing)|' +
      'brings?|bringing|brought|helps?|helped|means?|meant|contribut(?:e|es|ed|ing)|impact(?:s|ed)?|effects?|affect(?:s|ed|ing)?|generat(?:es?|ed|ing)|spark(?:s|ed)?|uplift|' +
      'attribut(?:e|es|ed)|inspir(?:e|es|ed|ing)|influenc(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|rais(?:es|ed|ing)',
  },
  before: {
    says: 'before|prior to|ahead of',
    allows:
      'eve|earlier|earliest|previous|previously|already|ago|past|former|formerly|preced(?:es|ed|ing)|meantime|pre|up to|not until|upcoming|forthcoming|poised|coming|last',
  },
  after: {
    says: 'after(?!noon)|following(?= \\p{L})|subsequently|afterwards?|in the wake of',
    allows:
      'since|subsequent|later|then|wake|once|upon|having|next|when|eventually|post|as a result|led to|and',
  },
  during: {
    says: 'during|while|amid|amidst|simultaneously|at the same time|meanwhile',
    allows:
      'whilst|as|when|whenever|in|throughout|over|ongoing|with|within|continu(?:e|es|ed|ing)|for|at|time|course|currently|now|by|but|since|of|on',
  },
  since: {
    says: 'since|starting (?:in|from)',
    allows: 'since|from|after|started|began|past|ever',
  },
  until: { says: 'until|till', allows: 'up to|to(?= \\d)|before|by|ended|through' },
  condition: {
    says: 'if|unless|provided that|on condition',
    allows:
      'whether|in case|would|could|depend(?:s|ing|ed)?|potential(?:ly)?|conditional|may|might|should|when|even|asked|whether or not|possib\\p{L}+',
  },
}

interface Pattern {
  kind: OperatorClass
  sure: boolean
  pattern: RegExp
  /** Whether a word may be the first of what the pattern finds. */
  opens: RegExp
}

/** Alternatives of one kind that begin with the same letters. */
interface Source extends Pick<Pattern, 'kind' | 'sure'> {
  alternatives: string[]
}

/**
 * The alternatives by the two letters with which their words begin. Some thirty passes over every text would take most
 * of the time of a check.
 */
const byStart = new Map<string, Source[]>()
for (const [kind, { says, allows }] of Object.entries(words) as [keyof typeof words, (typeof words)['all']][])
  for (const [sure, source] of [
    [true, says],
    [false, allows ?? ''],
  ] as const)
    for (const alternative of alternativesOf(source)) {
      // "a few": the word itself has one letter.
      const start = alternative.slice(0, 2).trim()
      const all = byStart.get(start) ?? []
      byStart.set(start, all)
      const own = all.find((each) => each.kind === kind && each.sure === sure)
      if (own) own.alternatives.push(alternative)
      else all.push({ kind, sure, alternatives: [alternative] })
    }

/** Patterns of all words that begin so, each for one place of a text. To make all takes longer than a short command. */
const patternsFrom = remember((start: string): readonly Pattern[] =>
  (byStart.get(start) ?? []).map(({ kind, sure, alternatives }) => ({
    kind,
    sure,
    pattern: new RegExp(`(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'iuy'),
    opens: new RegExp(`^(?:${alternatives.map(firstWordOf).join('|')})$`, 'iu'),
  })),
)

/** The patterns that a word may open; for most words there are none. */
const openedBy = remember((word: string): readonly Pattern[] =>
  patternsFrom(word.slice(0, 2)).filter(({ opens }) => opens.test(word)),
)

/** An alternative up to the end of its first word: to a blank, a hyphen or what must follow. */
function firstWordOf(alternative: string): string {
  let depth = 0
  for (let at = 0; at < alternative.length; at++) {
    const sign = alternative[at]
    if (depth === 0 && (sign === ' ' || sign === '-' || /^\(\?[=!]/.test(alternative.slice(at))))
      return alternative.slice(0, at)
    if (sign === '(') depth++
    if (sign === ')') depth--
  }
  return alternative
}

/** What stands between the bars of a regular expression, but for those within brackets. */
function alternativesOf(source: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of source) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.filter(Boolean)
}

const wordRun = /[\p{L}\p{M}\p{N}]+/gu
// The tagger parts "didn't" and "cannot"; here they stand whole.
const contracted = /(?<=\p{L})n[’']t(?!\p{L})/giu
const mayContract = /n[’']t/i
const mayCompare = /est|worst|record|most|least/i
const superlative = wholeWords(
  '(?:most|least) \\p{L}{4,}|\\p{L}{2,}est|worst|(?<=(?:^|[^\\p{L}])(?:an?|the|new|all-time|at|its|their|his|her) )record|record(?= (?:highs?|lows?|levels?|numbers?|amounts?|sums?|crowds?|profits?|sales|years?|heat|price|prices|time|\\d))',
  'g',
)
const notSuperlative =
  /^(?:.*(?:interest|request|suggest|protest|test|vest|forest|harvest|arrest|guest|west|rest|quest|priest|crest|chest|digest|nest|pest)|honest|modest|manifest|earnest|latest|budapest|bucharest|everest|best-known|most (?:likely|of|part|recent|recently|probably|other|people|countries)|at least.*)$/iu

/** The operators of an English text, in its order. A word may be of several classes. */
export function readOperators(text: string): Operator[] {
  const found = [...atWords(text), ...atShares(text), ...atTops(text)]
  if (mayContract.test(text))
    for (const match of text.matchAll(contracted)) found.push(operator('negation', true, match))
  if (mayCompare.test(text))
    for (const match of text.matchAll(superlative))
      if (!notSuperlative.test(match[0]) && !isBound(text, match.index))
        found.push(operator('superlative', true, match))
  return found.toSorted((a, b) => a.start - b.start)
}

function atWords(text: string): Operator[] {
  const found: Operator[] = []
  for (const { 0: word, index } of text.matchAll(wordRun))
    for (const { kind, sure, pattern } of openedBy(word.toLowerCase())) {
      pattern.lastIndex = index
      const match = pattern.exec(text)
      if (!match) continue
      const made = operator(kind, sure, match)
      // "Not until" is no second "until" of the same kind.
      if (found.some((each) => each.class === kind && each.sure === sure && each.end > index)) continue
      if (!isAnother(made, text)) found.push(made)
    }
  return found
}

const share = /(?<![\p{Nd}.,])(\p{Nd}+(?:\.\p{Nd}+)?)(?=\s?(?:%|per ?cent(?!\p{L})))/giu
const mayShare = /%|cent/

const topmost = wholeWords(
  'peak(?:s|ed|ing)?|maximum|minimum|any other|than ever|unprecedented|unmatched|tops?|topped',
  'g',
)
const mayTop = /peak|imum|any other|ever|unprec|unmatch|top/i

/** "It peaks then", "more than in any other year": a statement may say it with a superlative. */
function atTops(text: string): Operator[] {
  return mayTop.test(text)
    ? Array.from(text.matchAll(topmost), (match) => operator('superlative', false, match))
    : []
}

/** "84 per cent" are most of all, which a statement may say of them. */
function atShares(text: string): Operator[] {
  if (!mayShare.test(text)) return []
  return Array.from(text.matchAll(share)).flatMap((match) =>
    Number(match[1]) > 50 ? operator('most', false, match) : [],
  )
}

/**
 * "At most" bounds; "last March" is no last one; "since they paid" gives a reason, "since March" and "since then" a time;
 * "year after year" orders nothing; "a few" are some; "not the rails, only the route" counts nothing.
 */
function isAnother({ class: kind, sure, text: word, start, end }: Operator, text: string): boolean {
  if (kind === 'most' && /^most$/i.test(word)) return isBound(text, start)
  if (kind === 'after' && sure) {
    const before = /(\p{L}+) $/u.exec(text.slice(0, start))?.[1]
    return before !== undefined && /^ (\p{L}+)/u.exec(text.slice(end))?.[1] === before
  }
  if (kind === 'all' && sure) return isNoWhole(word, text.slice(0, start), text.slice(end))
  if (kind === 'few' && /^few$/i.test(word)) return /\ba $/i.test(text.slice(0, start))
  if (kind === 'negation' && /^not$/i.test(word)) return untilThen.test(text.slice(end))
  if (kind === 'before' && /^before$/i.test(word)) return inFrontOf.test(text.slice(end))
  if (kind === 'cause' && /^due to$/i.test(word))
    return /\b(?:is|are|was|were|be|been) $/i.test(text.slice(0, start)) && expected.test(text.slice(end))
  if (kind === 'only' && sure && /^only$/i.test(word))
    return /\bnot\b[^.;:]*, (?:but )?$/i.test(text.slice(0, start))
  if (kind === 'first') return /^last$/i.test(word) && /^ \p{Lu}/u.test(text.slice(end))
  return (
    kind === 'since' &&
    sure &&
    /^since$/i.test(word) &&
    !/^ (?:early |late |mid-?|the )?(?:\p{Lu}|\d|then\b)/u.test(text.slice(end))
  )
}

/** "It did not open until May" tells that it opened. */
const untilThen = /^(?: \p{L}+){1,6} (?:until|till)\b/iu
/** "Before a judge" is in front of him. */
const inFrontOf =
  /^ (?:an?|the|his|her|its|their) (?:\p{L}+ )?(?:judge|judges|court|courts|committee|council|parliament|jury|tribunal|inquiry|commission|panel|magistrates?|senate|audience|crowd)\b/iu
/** "Due to speak" is no cause, "due to rain" is one. */
const expected =
  /^ (?:appear|arrive|be|become|begin|close|come|continue|decide|deliver|discuss|end|expire|finish|give|go|hear|hold|join|leave|make|meet|open|publish|receive|reopen|retire|return|speak|stand|start|take|testify|travel|vote)\b/iu

/** "For all his work", "at all", "above all", "after all"; "each blames the other". */
function isNoWhole(word: string, before: string, after: string): boolean {
  if (/^all$/i.test(word))
    return (
      /\b(?:at|above|after) $/i.test(before) ||
      (/\bfor $/i.test(before) && /^ (?:his|her|its|their|that)\b/i.test(after))
    )
  return /^each$/i.test(word) && /^ (?:\p{L}+ ){1,4}the others?\b/iu.test(after)
}

/** Whether what begins here follows "at": "six at most fished" tells of no most fished. */
function isBound(text: string, start: number): boolean {
  return /(?<!\p{L})at\s$/iu.test(text.slice(Math.max(0, start - 4), start))
}

function operator(kind: OperatorClass, sure: boolean, match: RegExpExecArray): Operator {
  return { class: kind, sure, text: match[0], start: match.index, end: match.index + match[0].length }
}
