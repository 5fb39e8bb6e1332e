import type { Language } from '../language.ts'
import { contentWords } from './content-words.ts'
import { examples } from './examples.ts'
import { hedges } from './hedges.ts'
import { items } from './item-words.ts'
import { mayBeForename, sameName } from './names.ts'
import { readTokens } from './tokens.ts'

export const english: Language = {
  tag: 'en',
  readTokens,
  sameName,
  mayBeForename,
  boundWords: {
    atLeast: 'at least',
    moreThan: 'more than',
    upTo: 'up to',
    almost: 'almost',
    about: 'about',
  },
  contentWords,
  hedges,
  examples,
  assuring: /(?<!\b(?:not|never|without|nor) (?:been )?)\b(?:confirm|disclos|reveal)(?:e?s|ed|ing)\b/i,
  items,
  openReader: async (dictionary) => (await import('./reader.ts')).openEnglishReader(await dictionary()),
}
