import type { KeyWords } from '../language.ts'
import { wholeWords } from '../word-pattern.ts'

const e = '(?:e[rmns]?)?'
/** "Sagte", "gesagt", "teilt mit": verbs whose doer is a speaker. */
const speaking =
  'sag(?:t|te|ten|en)|gesagt|behaupte(?:t|te|ten|n)|bericht(?:et|ete|eten|en)|meld(?:et|ete|eten|en)|gemeldet|erklär(?:t|te|ten|en)|teil(?:t|te|ten|en)|mitgeteilt|nenn(?:t|en)|nannten?|genannt|' +
  'schreib(?:t|en)|schrieb(?:en)?|geschrieben|schätz(?:t|te|ten|en)|geschätzt|beziffer(?:t|te|ten|n)|vermute(?:t|te|ten|n)|warn(?:t|te|ten|en)|gewarnt|bestreite(?:t|n)|bestritt(?:en)?|wirft|werfen|warf(?:en)?|' +
  'vorgeworfen|kündig(?:t|te|ten|en)|angekündigt|spr(?:icht|echen|ach|achen)|gibt an|gab(?:en)? an|fand(?:en)? heraus|herausgefunden|kritisier(?:t|te|ten|en)|lob(?:t|te|ten|en)|forder(?:t|te|ten|n)|verlang(?:t|te|ten|en)'

export const keys: KeyWords = {
  // "Das Amt" has an article; "das ist der Tag der Messung" speaks of something else.
  points:
    /^(?:(?:das|dies) (?:ist|war|wäre|sind|waren|wären|gilt|galt|gehört|gehörte|betrifft|betraf)(?! eine?(?!\p{L}))|jene[rs]?|damals|so (?:viel|viele|hoch|lang|lange|heißt|hieß))(?!\p{L})/iu,
  denies: new RegExp(
    `^(?:(?:das|dies|es|er|sie|so viel|so viele|so|davon|daran|dort|da) (?:\\p{L}+ ){1,2}(?:auch |aber )?)?(?:nicht|kein${e}|nie|niemals|niemand(?:e[mn])?|nichts|weder|nirgends)(?!\\p{L})|^das Gegenteil(?!\\p{L})`,
    'iu',
  ),
  stands:
    /^(?:ist|sind|war|waren|steht|stehen|stand|standen|gehört|gehören|gehörte|stammt|stammen|kommt|kommen|gilt|galt|betrifft)$/,
  takesBack: wholeWords(
    'aber|jedoch|allerdings|sondern|und nicht|ohne|doch|verlock\\p{L}*|verwechsel\\p{L}*|macht aus \\p{L}+',
  ),
  elsewhere: wholeWords(`(?:ein${e} )?ander(?:e[rmns]?|swo)|umgekehrt|Gegenteil|stattdessen|woanders`),
  supposes: wholeWords('würden?|hätten?|wären?|müssten?|sollten?'),
  leavesOpen: wholeWords(
    `könnten?|mag|mögen|dürften?|soll|sollen|möglich\\p{L}*|womöglich|vielleicht|angeblich${e}|mutmaßlich${e}|vermut\\p{L}*|wahrscheinlich${e}|wohl|behaupt\\p{L}*|wirft|werfen|Vorw[uü]rf\\p{L}*|befürcht\\p{L}*|` +
      'Sorgen?|Verdacht|verdächtig\\p{L}*|geplant\\p{L}*|plan(?:t|te|ten|en)|Plan|Pläne|beabsichtig\\p{L}*|vorgesehen|eingeplant\\p{L}*|angekündigt\\p{L}*|kündig(?:t|te|ten|en)|Absicht|will|wollen|offen|ungewiss|ungeklärt|' +
      'unbekannt|unklar|zweifel\\p{L}*|Zweifel|empf(?:iehlt|ehlen|ahl|ohlen)|schätz(?:t|te|ten|en|ungsweise)|geschätzt\\p{L}*|laut|zufolge|nach (?:eigenen )?Angaben',
  ),
  vouches: wholeWords(
    `bestätig(?:t|te|ten|en)${e}|beweis(?:t|en)|bewies(?:en)?${e}|Beweis(?:e)?|beleg(?:t|te|ten|en)${e}|sicher${e}|gewiss|mit Sicherheit|erwiesen${e}|erwiesenermaßen|nachweislich${e}|nachgewiesen${e}|steht fest|fest steht|` +
      `fand(?:en)? statt|stattgefunden|geklärt|widerleg\\p{L}*|zeig(?:t|en)|genau${e}|ausgeschlossen|vollständig${e}|tatsächlich${e}|bereits|längst|zugegeben|gibt zu|räumt ein|eingeräumt`,
  ),
  infers:
    /^(?:daraus folgt,? dass|es folgt(?: daraus)?,? dass|(?:das|dies) (?:zeigt|bedeutet|heißt|beweist|belegt),? dass) /iu,
  asksSpeaker: new RegExp(
    `(?<!\\p{L})(?:(?:wer|welche[rs]? [\\p{L}-]+)(?!\\p{L})[^.?]{0,80}?(?<!\\p{L})(?:${speaking})|wem zufolge|laut wem|nach wessen \\p{Lu}\\p{L}+|von wem (?:stamm(?:t|en)|ist|sind|kommt))(?!\\p{L})`,
    'iu',
  ),
  asksRelay: wholeWords(
    'weiter(?:gibt|gab|geben|gaben|gegeben|gereicht|reicht|reichte|erzählt|erzählte)|g(?:ibt|ab|eben|aben) [^.?]*weiter|zitier(?:t|te|ten|en)|beruf(?:t|en) sich|berief(?:en)? sich|durch wen|über wen|durch wessen',
  ),
  asksPlace:
    /^(?:wo|woher|wohin|(?:an|in|aus|nach|bei) (?:welche[rmns]?) (?:Orte?|Stadt|Land(?:e)?|Dorf|Hafen|Region|Bezirk|Straße|Insel))(?!\p{L})(?![^?]*(?<!\p{L})(?:wann|warum|wer|wie)(?!\p{L}))[^?]*\?$/iu,
  parts:
    /(?<=[.;:,])\s+|\s+(?=(?:und|aber|denn|sondern|weil|nachdem|bevor|während|bis|als|sowie)(?!\p{L}))/iu,
}
