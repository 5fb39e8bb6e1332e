import type { ItemWords } from '../language.ts'

const option = '(?:option|answer|choice|alternative|distractor)s?'

/** How labels of options and of statements are listed: "A, B and C", "(i) & (iii)". */
const letter = String.raw`\(?[A-F]\)?`
const label = String.raw`\(?(?:[ivx]{1,4}|\d)\)?`
const joint = String.raw`\s*(?:[,;&+/]|,?\s(?:and|or|nor)\s)\s*`

export const items: ItemWords = {
  above:
    /\b(?:all|none|both|neither|any|either|some|two|more than one) (?:of )?(?:the )?(?:above|below)\b|\b(?:all|none|both|neither|any|either|some|two|more than one) of (?:the )?(?:these|those|others?|options|answers|choices)\b|\b(?:both|neither) (?:answers|options|choices)\b/i,
  absolute:
    /\b(?:always|never|everyone|everything|everybody|nobody|nothing|entirely|completely|totally|absolutely|definitely|impossible|incapable|invariably|inevitabl[ey]|exclusively|solely)\b|^(?:all|every|no) (?!of )/gi,
  vague:
    /\b(?:often|usually|sometimes|occasionally|periodically|(?:in)?frequently|generally|rarely|seldom|mostly|more or less|somewhat)\b|^(?:some|many|most)\b/gi,
  form: {
    blank: /_{2,}|(?:^|\s)_(?=[\s.,?-]|$)|\[blank\]|\.{4,}|…\s*[.?]?$/i,
    unfocused:
      /(?:^|[.!?:]\s+)(?:what follows|(?:which|what)(?: one)?(?: of (?:these|the following|the below))?(?: statements?| answers?| options?)? (?:is|are) (?:true|false|correct|incorrect|right|wrong|best))\s*[?:.]?$|^(?!.*(?:\?|_{2}|:\s*$))(?!(?:.*[.!:]\s+)?(?:match|put|order|arrange|choose|select|pick|name|find|calculate|complete|identify)\b)/i,
    unclear: [
      /\p{L}{3,}\s?\/\s?(?!or\b)\p{L}{3,}/iu,
      /^(?!.*\b(?:which|what|who|whom|whose|when|where|why|how)\b)(?!(?:.*[.,:] )?(?:is|are|was|were|am|do|does|did|can|could|will|would|should|may|must|has|have|had|true|if)\b).*\?$/i,
    ],
    deniesStem:
      /^(?:there (?:is|are|was|were|would be) (?:no|not)\b|(?:this|that|it) (?:is|was|does|did|would) not\b)/i,
    asksVerdict: /\btrue\b.{0,20}\bfalse\b/i,
    numbered: /(?:^|\s)\(?(?:i|I|1|A|a)[.):]\s.*\s\(?(?:ii|II|2|B|b)[.):]\s/,
    count: /\b(?:which|what) (two|three|four)\b/i,
    counts: { two: 2, three: 3, four: 4 },
    verdict: /^(?:true|false|yes|no|right|wrong|correct|incorrect)[.!]?$/i,
    bare: new RegExp(
      [
        String.raw`^(?:none|neither|both|all)(?: of them)?[.!]?$`,
        String.raw`^(?:i don['’]?t know|(?:there is )?not enough (?:information|data)|(?:it )?cannot be (?:determined|said))\b.*$`,
        String.raw`^(?:all|both|none|neither|two|three)(?: of)?(?: the)?(?: (?:answers|options|statements|choices|three|four))? (?:are|is) (?:correct|true|right|false|wrong)[.!]?$`,
        String.raw`^(?:both |only |all of |all (?:but|except) |(?:answers?|options?) )*${letter}(?:${joint}${letter})*(?: only)? (?:are|is) (?:both )?(?:correct|true|right|false|wrong)[.!]?$`,
        String.raw`^(?:both |only |all of |(?:answers?|options?) )*${letter}(?:${joint}${letter})+(?: only)?[.!]?$`,
        String.raw`^(?:all|none) (?:but|except) ${letter}[.!]?$`,
      ].join('|'),
      'i',
    ),
    labels: new RegExp(
      [
        String.raw`^(?:both |only |all of |neither |(?:statements?|items?|numbers?) )*${label}(?:${joint}${label})+(?: only)?[.]?$`,
        String.raw`^(?:only (?:statement )?[IVX]{1,4}|(?:statement )?(?:[IVX]{1,4}|[ivx]{1,4}) (?:only|alone))[.]?$`,
        String.raw`\b[IVX]{1,4}(?:, | and | & )[IVX]{1,4}\b`,
        String.raw`(?:^|\s)\(?(?:[1-6]|[A-F])[.)] .*\s\(?(?:[1-6]|[A-F])[.)]\s?`,
      ].join('|'),
      'i',
    ),
    parts: /\s*(?:[,;/]|\band\b|\bor\b|\bthen\b)\s*/i,
    article: /\b(an?)\s*[:…?.]?$/i,
    articleFits: (article, text) => (article.toLowerCase() === 'an') === /^[aeiou]/i.test(text),
    plural: /\b(?:what|which)(?: (?!of\b)[\p{L}-]+){0,2} (?:are|were)\b/iu,
    several: /,|\band\b|s\b[.)]?$/i,
    openings: [
      /^to\b/i,
      /^\p{L}{2,}ing\b/iu,
      /^(?:because|when|if|as|since|so|by|in|on|at(?! (?:most|least)\b)|with|through|during|due|from)\b/i,
    ],
    sentence: /\b(?:is|are|was|were|will|has|have|had|can|does|do|did|may|might|must|should|would|could)\b/i,
  },
  shoutedNegation: /\b(?:NOT|EXCEPT|NEVER|LEAST)\b/,
  aside:
    /[“"][^”"]*[”"]|^(?:if|when|since|because|apart from|given)\b[^?]*,|\b(?:that|who|but|because|whose|so)\b[^,?]*/giu,
  quietNegation:
    /(?<!\b(?:or|if) |\b(?:why|reason)\b.*)\bnot\b(?! only)|(?<!\b(?:why|reason)\b.*)n['’]t\b|\b(?:cannot|except|never|(?<!\b(?:or|true\b.{0,20}) )false|untrue|wrong|incorrect)\b/i,
  position: new RegExp(
    [
      `\\b[Oo]ptions?\\s+(?:[A-Fa-f]|[1-6]|one|two|three|four)\\b(?![-'’])`,
      `\\b(?:[Aa]nswer|[Cc]hoice|[Aa]lternative|[Dd]istractor)s?\\s+(?:[A-F]|[1-6])\\b(?![-'’])`,
      `\\b(?:[Tt]he\\s+)?(?:first|second|third|fourth|fifth|last|previous|next|above|middle|top|bottom)\\s+${option}\\b`,
      `\\b${option}\\s+(?:above|below)\\b`,
      `^\\(?[A-F]\\)\\s`,
      `\\b[B-F]\\s+is\\s+(?:right|wrong|correct|incorrect|true|false)\\b`,
    ].join('|'),
  ),
}
