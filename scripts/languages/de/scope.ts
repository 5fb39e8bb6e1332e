import { scopeWordsOf } from '../scope-words.ts'

const e = '(?:e[rmns]?)'

export const scope = scopeWordsOf({
  all: {
    // "Alle zwei Jahre" counts years; "vor allem" and "immer mehr" say something else.
    says:
      `(?<!vor )all${e}(?! (?:\\p{Nd}|zwei|drei|vier|fünf|sechs|zehn))|sämtlich${e}|jed${e}|ganz${e}|` +
      'immer(?! (?:mehr|noch|wieder|weniger|\\p{L}+er(?!\\p{L})))|stets|vollständig|überall|ausnahmslos|durchweg',
    allows: `beid${e}|gesamt${e}?|kein${e}?|nie|niemals|total|voll${e}?|komplett|völlig|100`,
  },
  most: {
    says: `meist${e}|meistens|Mehrheit|Mehrzahl|Großteil|überwiegend|größtenteils|hauptsächlich|vorwiegend`,
    allows: `meist|viel${e}|Hälfte|zwei Drittel|vor allem|überwiegend${e}|größt${e}|in der Regel`,
  },
  many: {
    says: `(?<!(?:so|wie|zu) )viel${e}(?! als)|zahlreich${e}|oft|häufig|mehrfach|wiederholt|etlich${e}|Dutzende[n]?`,
    allows: `mehrer${e}|Hunderte[n]?|Tausende[n]?|Millionen|meist${e}?|all${e}|regelmäßig|immer wieder|groß${e}|darunter|und`,
  },
  few: {
    says: `wenig${e}(?! (?:als|Tag|Woche|Monat|Jahr|Stunde|Minute))(?! (?:Tag|Woche|Monat|Jahr|Stunde|Minute)\\p{L}+)|selten|kaum`,
    allows: `gering${e}|klein${e}|einig${e}|nur|nicht|kein${e}?|knapp`,
  },
  only: {
    says: `(?<!nicht )nur(?! noch)|ausschließlich|lediglich|einzig${e}?`,
    allows: 'allein|bloß|beschränkt|begrenzt|außer|erst',
  },
  first: {
    says: `erst${e}|erstmals|letzt${e}(?! (?:Jahr|Monat|Woche|Nacht|Sommer|Herbst|Winter|Frühjahr|Frühling))|beispiellos`,
    allows: `zuerst|zuletzt|begann\\p{L}*|beginn\\p{L}*|Beginn|Anfang|Ende|neu${e}?|früheste[nrs]?|gegründet|einmal`,
  },
  cause: {
    says: 'weil|deshalb|deswegen|aufgrund|infolge|wegen|folglich|verursach(?:t|te|ten|en)|führ(?:t|te|ten|en) zu',
    allows:
      'da|denn|daher|darum|somit|damit|dadurch|durch|dank|Grund|Gründe|Folgen?|Ursachen?|so dass|sodass|bewirk\\p{L}*|zwing\\p{L}*|zwang\\p{L}*|führ\\p{L}*|lässt|ließ\\p{L}*|macht\\p{L}*|löst\\p{L}*',
  },
  before: { says: 'bevor|ehe', allows: 'vor|zuvor|vorher|früher|bereits|schon|bis|ehemal\\p{L}*' },
  after: {
    says: 'nachdem|danach|daraufhin|anschließend',
    allows: 'nach|dann|seit|seitdem|später|folg\\p{L}*|als|und',
  },
})
