import { stemmer } from 'stemmer'
import { contentWordsBy } from '../content-words.ts'

// Words that carry no content of their own: articles, prepositions, pronouns, auxiliaries.
const empty =
  'a an the this that these those it its he him his she her they them their theirs we us our you your i me my who whom whose which what when ' +
  'where why how and or but nor so yet if then than as at by for from in into of off on onto out over to toward towards under up upon with ' +
  'within without about above across after against along among around before behind below beneath beside between beyond down during except ' +
  'inside near since through throughout until via per is are was were be been being am has have had having do does did done doing will would ' +
  'shall should can could may might must not no nor only just also even still already too very more most much many some any all each every both ' +
  'few several other another such own same there here now one s t while because although though whether said say says'

/** The words of a text that carry content; stems after Porter (1980). */
export const contentWords = contentWordsBy(stemmer, empty)
