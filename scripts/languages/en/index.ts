import type { Language } from '../language.ts'
import { seasonOf } from '../seasons.ts'
import { tokenReader } from '../token-reader.ts'
import { claims } from './claim-words.ts'
import { contentWords } from './content-words.ts'
import { examples } from './examples.ts'
import { hedges } from './hedges.ts'
import { judging } from './judging.ts'
import { items } from './item-words.ts'
import { keys } from './key-words.ts'
import { readOperators } from './operators.ts'
import { mayBeForename, sameName } from './names.ts'
import { grammarOf } from './tokens.ts'
import { wholeWords } from '../word-pattern.ts'

/** English, as it writes its figures in a region (BCP 47). */
export function english(tag = 'en'): Language {
  return {
    tag,
    readTokens: tokenReader(grammarOf(tag)),
    seasonOf: seasonOf(['winter', 'spring', 'summer', 'autumn']),
    names: 'capitals',
    sameName,
    mayBeForename,
    boundWords: {
      atLeast: 'at least',
      moreThan: 'more than',
      upTo: 'up to',
      lessThan: 'less than',
      almost: 'almost',
      about: 'about',
    },
    oneOf,
    contentWords,
    hedges,
    operators: readOperators,
    examples,
    assuring: /(?<!\b(?:not|never|without|nor) (?:been )?)\b(?:confirm|disclos|reveal)(?:e?s|ed|ing)\b/i,
    claims,
    judging,
    items,
    keys,
    openReader: async (dictionary) => (await import('./reader.ts')).openEnglishReader(await dictionary()),
  }
}

/** "A mile" of "miles", "a long day" of "days of work". */
function oneOf(unit: string): RegExp {
  const nouns = Array.from(unit.matchAll(/\p{L}{3,}/gu), ([word]) => `${word.replace(/s$/, '')}(?:e?s)?`)
  return nouns.length === 0
    ? /(?!)/
    : wholeWords(`(?:an?|each|every|per) (?:\\p{L}+ )?(?:${nouns.join('|')})`)
}
