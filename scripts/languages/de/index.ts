import { stemmer } from '@orama/stemmers/german'
import { contentWordsBy } from '../content-words.ts'
import type { Language } from '../language.ts'
import { sharesItsStart } from '../without-module.ts'
import { seasonOf } from '../seasons.ts'
import { tokenReader } from '../token-reader.ts'
import { wholeWords } from '../word-pattern.ts'
import { hedges } from './hedges.ts'
import { items } from './item-words.ts'
import { keys } from './key-words.ts'
import { scope } from './scope.ts'
import { grammarOf } from './tokens.ts'

/** German, as it writes its figures in a region (BCP 47). */
export function german(tag = 'de'): Language {
  return {
    tag,
    readTokens: tokenReader(grammarOf(tag)),
    seasonOf: seasonOf(['winter', 'frühling', 'sommer', 'herbst']),
    names: 'recorded',
    sameName: sharesItsStart,
    boundWords: {
      atLeast: 'mindestens',
      moreThan: 'mehr als',
      upTo: 'bis zu',
      lessThan: 'weniger als',
      almost: 'fast',
      about: 'rund',
    },
    contentWords: contentWordsBy(stemmer, empty),
    hedges,
    scope,
    negation: wholeWords('nicht|kein(?:e[rmns]?)?|nie|niemals|niemand(?:e[mns])?|nichts|weder|ohne|nirgends'),
    examples: {
      open: wholeWords(
        'wie|etwa|zum Beispiel|z\\. ?B\\.|beispielsweise|darunter|unter anderem|u\\. ?a\\.|einschließlich|insbesondere|besonders|vor allem|andere[rmns]?',
      ),
      before:
        /(?:\p{Lu}\p{L}+(?:n|s|e|er),? (wie)|(darunter|einschließlich|zum Beispiel|beispielsweise|etwa)) (?:de[rmn] |die |das )?$/u,
      between: /^(?:,|,? (?:und|oder)|,? sowie) (?:de[rmn] |die |das )?$/,
      ownClause: /^, (?:de(?:r|m|n|ssen|ren)|die|das|welche[rmns]?)(?![\p{L}])/u,
    },
    assuring: wholeWords(
      '(?<!nicht )(?:bestätig(?:t|te|ten|en)|enthüll(?:t|te|ten|en)|offenbar(?:te|ten)|beleg(?:t|te|ten|en)|beweis(?:t|en)|bewies(?:en)?)',
    ),
    judging: wholeWords(
      '(?:alarmierend|erschreckend|bedrohlich|gefährlich|entscheidend|unverzichtbar|bemerkenswert|beeindruckend|verheerend|katastrophal|rücksichtslos|schändlich)(?:e[rmns]?)?|' +
        'leider|offensichtlich|zweifellos|zum Glück|glücklicherweise',
    ),
    items,
    keys,
  }
}

const empty =
  'der die das des dem den ein eine einer einem einen eines und oder aber denn doch sondern als wie wenn weil dass ob in im an am auf aus bei beim bis ' +
  'durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen ist sind war waren wird werden wurde wurden worden sei seien hat haben ' +
  'hatte hatten habe kann können soll sollen muss müssen will wollen er sie es wir ihr ihre ihrer ihrem ihren sein seine seiner seinem seinen sich nicht kein ' +
  'keine keiner keinem keinen auch noch nur schon so sehr mehr dort hier da dann damit dabei dieser diese dieses diesem diesen welche welcher welches was wer ' +
  'wo wann warum man jetzt nun bereits sowie laut zufolge sagt sagte sagten'
