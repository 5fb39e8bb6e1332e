import type { ItemWords } from '../language.ts'
import { wholeWords } from '../word-pattern.ts'

const option = '(?:option|antwort|möglichkeit|auswahl|lösung)(?:en|s)?'
const ending = '(?:e[rmns]?)?'

/** How labels of options and of statements are listed: "A, B und C", "(i) & (iii)". */
const letter = String.raw`\(?[A-F]\)?`
const label = String.raw`\(?(?:[ivx]{1,4}|\d)\)?`
const joint = String.raw`\s*(?:[,;&+/]|,?\s(?:und|oder|noch|sowie)\s)\s*`
const judged = '(?:richtig|falsch|korrekt|wahr)'
const never = /(?!)/

export const items: ItemWords = {
  above: wholeWords(
    '(?:alle|alles|keine[rs]?|nichts|beide[rs]?|jede[rs]?|eine[rs]?)(?: de[rs])? (?:oben|oberen|obigen|vorstehenden|genannten|oben genannten)' +
      '|(?:alle|keine[rs]?|beide|eine[rs]?|mehrere)(?: (?:von )?(?:de[rns]|diese[nr])) (?:antworten|optionen|möglichkeiten|aussagen|genannten|beiden)' +
      '|alles (?:davon|genannte)|nichts davon|keine[rs]? davon|beides',
  ),
  absolute: new RegExp(
    `${wholeWords(`immer|stets|niemals|nie|jedermann|jeder|alles|niemand(?:e[mns])?|nichts|völlig|vollständig|vollkommen|gänzlich|absolut|ausnahmslos|unmöglich|ausschließlich|zwangsläufig|auf keinen Fall|in jedem Fall|definitiv|garantiert`).source}|^(?:alle|kein(?:e[rmns]?)?|jede[rmns]?) (?!der )`,
    'giu',
  ),
  vague: new RegExp(
    `${wholeWords('oft|häufig|meist|meistens|manchmal|gelegentlich|gewöhnlich|üblicherweise|in der Regel|selten|mehr oder weniger|mitunter|teils').source}|^(?:einige|manche|viele|mehrere) `,
    'giu',
  ),
  form: {
    blank: /_{2,}|(?:^|\s)_(?=[\s.,?-]|$)|\[Lücke\]|\.{4,}|…\s*[.?]?$/i,
    unfocused:
      /(?:^|[.!?:]\s+)(?:was folgt(?: daraus)?|was (?:ist|trifft) (?:richtig|falsch|zu|wahr)|welche(?: (?:dieser|der folgenden))?(?: (?:aussagen?|antworten?))? (?:ist|sind|trifft|treffen|stimmt|stimmen)(?: (?:richtig|falsch|wahr|korrekt|zu))?)\s*[?:.]?$|^(?!.*(?:\?|_{2}|:\s*$))(?!(?:.*[.!:]\s+)?(?:ordne|ordnen|bringe|bringen|wähle|wählen|nenne|nennen|finde|finden|berechne|berechnen|ergänze|ergänzen|verbinde|verbinden|setze|setzen)(?!\p{L}))/iu,
    // "Lehrer/innen" and "und/oder" offer no choice.
    unclear: [
      /(?<!\p{L})(?!und\/oder)\p{L}{3,}\s?\/\s?(?!innen|in\b|oder\b)\p{L}{3,}/iu,
      /^(?!.*(?<!\p{L})(?:wer|wen|wem|wessen|was|welche[rmns]?|wann|wo|woher|wohin|warum|weshalb|wieso|wie|wieviel|wie viele|wo(?:von|für|mit|durch|ran|rauf|raus|rin|rum|ran|zu|bei|nach|gegen|rüber))(?!\p{L}))(?!(?:.*[.,:] )?(?:ist|sind|war|waren|hat|haben|hatte|hatten|kann|können|konnte|konnten|darf|dürfen|muss|müssen|soll|sollen|sollte|wird|werden|wurde|wurden|\p{L}+(?:t|en|te|ten)|wenn|falls) )(?=\S+ \S+ \S+).*\?$/iu,
    ],
    deniesStem:
      /^(?:es gibt (?:kein(?:e[rmns]?)?|nicht)|es (?:gab|besteht|bestand) kein(?:e[rmns]?)?|(?:das|dies|es) (?:ist|war|hat|tut|tat) nicht)(?!\p{L})/iu,
    asksVerdict: /(?<!\p{L})(?:richtig|wahr)(?!\p{L}).{0,20}(?<!\p{L})falsch(?!\p{L})/iu,
    numbered: /(?:^|\s)\(?(?:i|I|1|A|a)[.):]\s.*\s\(?(?:ii|II|2|B|b)[.):]\s/,
    count: /(?<!\p{L})welche (zwei|beiden|drei|vier)(?!\p{L})/iu,
    counts: { zwei: 2, beiden: 2, drei: 3, vier: 4 },
    verdict: /^(?:wahr|richtig|falsch|unwahr|ja|nein|korrekt|stimmt(?: nicht)?)[.!]?$/i,
    bare: new RegExp(
      [
        String.raw`^(?:keine[rs]?|nichts|beide[rs]?|alle|alles)(?: davon| von (?:ihnen|beiden))?[.!]?$`,
        String.raw`^(?:(?:das )?wei(?:ß|ss) (?:ich|man) nicht|(?:das )?(?:lässt|läßt) sich nicht (?:sagen|bestimmen)|(?:es gibt )?zu wenige? (?:angaben|informationen)|keine angabe)(?!\p{L}).*$`,
        String.raw`^(?:alle|beide|keine|zwei|drei|vier)(?: (?:antworten|aussagen|möglichkeiten))? (?:sind|ist) ${judged}[.!]?$`,
        String.raw`^(?:sowohl |nur |alle außer |antworten? |möglichkeit(?:en)? )*${letter}(?:${joint}${letter})*(?: sind| ist) (?:beide )?${judged}[.!]?$`,
        String.raw`^(?:sowohl |nur |weder |antworten? |möglichkeit(?:en)? )*${letter}(?:${joint}${letter})+[.!]?$`,
      ].join('|'),
      'iu',
    ),
    labels: new RegExp(
      [
        String.raw`^(?:sowohl |nur |weder |(?:aussagen?|sätze?|nummern?) )*${label}(?:${joint}${label})+[.]?$`,
        String.raw`^(?:nur (?:aussage )?[IVX]{1,4}|(?:aussage )?[IVX]{1,4} allein)[.]?$`,
        String.raw`(?:^|\s)\(?(?:[1-6]|[A-F])[.)] .*\s\(?(?:[1-6]|[A-F])[.)]\s?`,
      ].join('|'),
      'iu',
    ),
    parts: /\s*(?:[,;/]|(?<!\p{L})(?:und|oder|dann|sowie)(?!\p{L}))\s*/iu,
    article: never,
    articleFits: () => true,
    plural: /(?<!\p{L})(?:welche|was)(?: (?!der )[\p{L}-]+){0,2} (?:sind|waren)(?!\p{L})/iu,
    several: /,|(?<!\p{L})(?:und|sowie)(?!\p{L})|(?:en|er|e|s)[.)]?$/iu,
    openings: [
      /^um (?=.*(?<!\p{L})zu(?!\p{L}))/iu,
      /^(?:weil|da|wenn|falls|als|seit|damit|indem)(?!\p{L})/iu,
      /^(?:durch|in|im|an|am|auf|bei|beim|mit|von|vom|aus|nach|vor|wegen|während)(?!\p{L})/iu,
    ],
    sentence:
      /(?<!\p{L})(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|kann|können|muss|müssen|soll|sollen|will|wollen|darf|dürfen)(?!\p{L})/iu,
  },
  shoutedNegation: /(?<!\p{L})(?:NICHT|KEINE?[RMNS]?|NIE|AUSSER|AM WENIGSTEN)(?!\p{L})/u,
  aside:
    /[„“"»][^“”"«]*[“”"«]|^(?:wenn|falls|da|weil|abgesehen von|außer wenn)(?!\p{L})[^?]*?,|,? ?(?<!\p{L})(?:dass|weil|obwohl|damit)(?!\p{L})[^,?]*|, (?:der|die|das|dem|den|dessen|deren)(?!\p{L})[^,?]*/giu,
  quietNegation: wholeWords(
    `(?<!(?:oder|ob) )nicht(?! nur)|kein${ending}|nie|niemals|ausgenommen|außer|(?<!(?:oder|richtig oder|wahr oder) )falsch${ending}|unwahr|unzutreffend${ending}`,
  ),
  position: new RegExp(
    [
      String.raw`(?<!\p{L})(?:Option|Antwort|Möglichkeit|Lösung|Auswahl)(?:en|s)?\s+(?:[A-Fa-f]|[1-6])(?![\p{L}\p{N}’-])`,
      String.raw`(?<!\p{L})(?:erste|zweite|dritte|vierte|letzte|vorige|nächste|obere|untere|mittlere|oberste|unterste)[rmns]?\s+${option}(?!\p{L})`,
      String.raw`(?<!\p{L})${option}\s+(?:oben|unten)(?!\p{L})`,
      String.raw`^\(?[A-F]\)\s`,
      String.raw`(?<!\p{L})[B-F]\s+ist\s+${judged}(?!\p{L})`,
    ].join('|'),
    'iu',
  ),
}
