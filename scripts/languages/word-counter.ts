import { remember } from './remember.ts'

/** Letters of Latin scripts that are one code point each; no language divides them in a way of its own. */
const letters = String.raw`A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F`

/** What most texts are made of. No mark here makes one word of two or two of one but those that `word` names. */
const usual = new RegExp(`^[${letters}0-9 \\n.,;!?()"“”‘’'%&/–—-]*$`)

/** A word of such a text by the rules WB5 to WB12 of Unicode's annex 29: marks join what has letters or digits on both sides. */
const word = new RegExp(
  `[${letters}0-9]+(?:(?:(?<=[${letters}])['.‘’](?=[${letters}])|(?<=[0-9])[.,;'‘’](?=[0-9]))[${letters}0-9]+)*`,
  'g',
)

/**
 * How many words a text has in a language, as `Intl.Segmenter` divides it: a text of usual letters in a thirtieth of the time,
 * which counts where a unit has ten thousands of them. The same notes are counted for their section and for their deck.
 */
export const wordCounter = remember((language: string) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return remember((text) => {
    let words = 0
    if (usual.test(text)) {
      word.lastIndex = 0
      while (word.test(text)) words++
    } else for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
    return words
  })
})
