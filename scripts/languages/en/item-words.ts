import type { ItemWords } from '../language.ts'

const option = '(?:option|answer|choice|alternative|distractor)s?'

export const items: ItemWords = {
  above:
    /\b(?:all|none|both|neither|any|either|some|two|more than one) (?:of )?(?:the )?(?:above|below)\b|\b(?:all|none|both|neither|any|either|some|two|more than one) of (?:the )?(?:these|those|others?|options|answers|choices)\b|\b(?:both|neither) (?:answers|options|choices)\b/i,
  absolute:
    /\b(?:always|never|everyone|everything|everybody|nobody|nothing|entirely|completely|totally|absolutely|definitely|impossible|incapable)\b|^(?:all|every|no) (?!of )/gi,
  vague:
    /\b(?:often|usually|sometimes|frequently|generally|rarely|seldom|mostly|more or less|somewhat)\b|^(?:some|many|most)\b/gi,
  form: {
    blank: /_{2,}|\.{4,}|…\s*[.?]?$/,
    unfocused:
      /(?:^|[.!?:]\s+)(?:what follows|(?:which|what)(?: one)?(?: of (?:these|the following|the below))?(?: statements?| answers?| options?)? (?:is|are) (?:true|false|correct|incorrect|right|wrong|best))\s*[?:.]?$|^(?!.*(?:\?|_{2}|:\s*$))/i,
    count: /\b(?:which|what) (two|three|four)\b/i,
    counts: { two: 2, three: 3, four: 4 },
    verdict: /^(?:true|false|yes|no|right|wrong|correct|incorrect)[.!]?$/i,
    bare: /^(?:none|neither|both|all)(?: of them)?[.!]?$|^(?:i don['’]?t know|(?:there is )?not enough (?:information|data)|(?:it )?cannot be (?:determined|said))\b.*$|^(?:all|both|none|neither|[A-F](?:\s*,\s*[A-F])*(?:,? and [A-F])?) (?:of the answers )?(?:are|is) (?:correct|true|right|false|wrong)[.!]?$|^(?:both )?[A-F](?:,? (?:and|or) [A-F])+[.!]?$/i,
    labels:
      /^\(?(?:[ivx]{1,4}|\d)\)?(?:,? (?:and |or )?\(?(?:[ivx]{1,4}|\d)\)?)+(?: only)?[.]?$|\b[IVX]{1,4} and [IVX]{1,4}\b|(?:^|\s)\(?(?:[1-6]|[A-F])[.)] .*\s\(?(?:[1-6]|[A-F])[.)]\s?/i,
    parts: /\s*(?:[,;/]|\band\b|\bor\b|\bthen\b)\s*/i,
    article: /\b(an?)\s*[:…?.]?$/i,
    articleFits: (article, text) => (article.toLowerCase() === 'an') === /^[aeiou]/i.test(text),
    plural: /\b(?:what|which)(?: (?!of\b)[\p{L}-]+){0,2} (?:are|were)\b/iu,
    several: /,|\band\b|s\b[.)]?$/i,
  },
  shoutedNegation: /\b(?:NOT|EXCEPT|NEVER|LEAST)\b/,
  aside:
    /[“"][^”"]*[”"]|^(?:if|when|since|because|apart from|given)\b[^?]*,|\b(?:that|who|but|because|whose|so)\b[^,?]*/giu,
  quietNegation:
    /(?<!\b(?:or|if) |\b(?:why|reason)\b.*)\bnot\b(?! only)|(?<!\b(?:why|reason)\b.*)n['’]t\b|\b(?:cannot|except|never|(?<!\bor )false|untrue|wrong|incorrect)\b/i,
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
