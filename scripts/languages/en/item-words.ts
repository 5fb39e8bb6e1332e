import type { ItemWords } from '../language.ts'

const option = '(?:option|answer|choice|alternative|distractor)s?'

export const items: ItemWords = {
  above:
    /\b(?:all|none|both|neither|any|either|some|two|more than one) of (?:the )?(?:above|below|these|those|others?|options|answers|choices)\b|\b(?:both|neither) (?:answers|options|choices)\b/i,
  absolute:
    /\b(?:always|never|all|none|every|everyone|everything|everybody|nobody|nothing|entirely|completely|totally)\b/gi,
  vague: /\b(?:some|many|often|usually|sometimes|frequently|generally|rarely|seldom|mostly)\b/gi,
  form: {
    blank: /_{2,}|\.{4,}|…\s*[.?]?$/,
    unfocused:
      /(?:^|[.!?:]\s+)(?:what follows|which(?: of (?:these|the following)| statement| one| answer| option)?(?: statements?)? (?:is|are) (?:true|correct|right|best)|what is (?:true|correct))\?$/i,
    count: /\b(?:which|what) (two|three|four)\b/i,
    counts: { two: 2, three: 3, four: 4 },
    verdict: /^(?:true|false|yes|no|right|wrong|correct|incorrect)[.!]?$/i,
    bare: /^(?:none|neither|both|all)(?: of them)?[.!]?$|^(?:both )?[A-F](?:,? (?:and|or) [A-F])+[.!]?$/i,
  },
  shoutedNegation: /\b(?:NOT|EXCEPT|NEVER|LEAST)\b/,
  quietNegation:
    /\bexcept\b|(?<!\bat )\bleast\b|\b(?:which|who|whose)\b[^?.]*\b(?:not|never|isn['’]t|aren['’]t|wasn['’]t|doesn['’]t|didn['’]t|cannot|false|untrue|wrong|incorrect)\b|\b(?:is|are|was|were) (?:incorrect|untrue)\b/i,
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
