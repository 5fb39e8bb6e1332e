import { stemmer } from '@orama/stemmers/ukrainian'
import { contentWordsBy } from '../content-words.ts'
import type { Language } from '../language.ts'
import { seasonOf } from '../seasons.ts'
import { tokenReader } from '../token-reader.ts'
import { wholeWords } from '../word-pattern.ts'
import { hedges } from './hedges.ts'
import { items } from './item-words.ts'
import { keys } from './key-words.ts'
import { sameName } from './names.ts'
import { scope } from './scope.ts'
import { grammarOf } from './tokens.ts'

/** Ukrainian. */
export function ukrainian(tag = 'uk'): Language {
  return {
    tag,
    readTokens: tokenReader(grammarOf(tag)),
    seasonOf: seasonOf(['зима', 'весна', 'літо', 'осінь']),
    names: 'capitals',
    sameName,
    boundWords: {
      atLeast: 'щонайменше',
      moreThan: 'понад',
      upTo: 'до',
      lessThan: 'менше ніж',
      almost: 'майже',
      about: 'близько',
    },
    contentWords: contentWordsBy(stemmer, empty),
    hedges,
    scope,
    negation: wholeWords(
      'не|ні|ані|ніхто|нікого|ніщо|нічого|ніколи|ніде|жод(?:ен|н\\p{L}+)|немає|нема|без|неможливо',
    ),
    examples: {
      open: wholeWords(
        'як-от|наприклад|зокрема|серед|такі як|таких як|включно з|особливо|передусім|інш\\p{L}+',
      ),
      before: /(?:(як-от|наприклад|зокрема|такі як|таких як|включно з)):? $/u,
      between: /^(?:,|,? (?:і|й|та|або)|, а також) $/,
      ownClause: /^, (?:як(?:ий|а|е|і|ого|ої|их|ому|ій|им|ою|ими|у)|що|де)(?!\p{L})/u,
    },
    assuring: wholeWords(
      '(?<!не )(?:підтверди(?:в|ла|ло|ли)|підтверджу\\p{L}+|викри(?:в|ла|ли)|розкри(?:в|ла|ли)|дов(?:ів|ела|ели)|довод(?:ить|ять))',
    ),
    judging: wholeWords(
      '(?:тривожн|загрозлив|небезпечн|вирішальн|незамінн|вражаюч|катастрофічн|безвідповідальн|ганебн)(?:ий|а|е|і|о|ого|ому|им|ої|ій|у|ою|их|ими)|' +
        'на жаль|на щастя|безперечно|очевидно',
    ),
    items,
    keys,
  }
}

const empty =
  'і й та а але або чи що як коли якщо бо тому щоб хоч у в на з із зі до від за під над при про для по без через між біля після перед ' +
  'це цей ця ці цього цієї цих цьому той та ті того тієї тих він вона воно вони його її їх їм йому їй ми ви я ти є був була було були буде будуть ' +
  'не ні ж би б вже ще лише тільки також дуже більше менше який яка яке які якого якої яких тут там тоді де каже сказав сказала'
