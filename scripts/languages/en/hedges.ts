import { hedgesOf } from '../hedge-words.ts'

/**
 * "Could" of an ability is no hedge: "the pilot could see the bridge", "as far as they could", "could not
 * reach the shore". The verb after it decides, or what stands before; a forecast ("could see a rise in
 * prices") stays one.
 */
function isAbility(text: string, start: number, end: number): boolean {
  return ability.test(text.slice(end)) || asFarAs.test(text.slice(0, start))
}

const ability = new RegExp(
  [
    String.raw`^\s+(?:not|no longer)\b(?!\s+(?:be|have)\b)`,
    String.raw`^(?:\s+(?:easily|hardly|barely|clearly|finally|only|just|no longer|even|now|still|also))*`,
  ].join('|') +
    String.raw`(?:\s*(?:[.;:!?)]|$)|\s+(?:hear|feel|smell|taste|watch|understand|remember|recall|recogni[sz]e|afford|speak|read|write|swim|count on|reach|find|` +
    String.raw`see(?![^.;:]{0,60}\b(?:ris|surg|drop|fall|increas|declin|gr[eo]w|los|gain|cut|jump|boost)\w*))\b)`,
  'i',
)
const asFarAs =
  /\b(?:as (?:far|much|many|long|soon|well|best|fast|quickly|often) as|so that|whenever|wherever|before|until) (?:\w+ ){1,2}$/i

export const hedges = hedgesOf(
  {
    hearsay: {
      asked: 'reportedly|allegedly|alleged|purported(?:ly)?|purports?|supposedly|apparently|rumou?red',
      carriers:
        'alleg(?:es?|ing|ations?)|claim(?:s|ed|ing)?|accus(?:es?|ed|ing|ations?)|according to|sa(?:y|ys|id|ying)|t(?:ells?|old)|' +
        'report(?:s|ed|ing)?|stat(?:es|ed|ing)|disclos(?:es?|ed)|reveal(?:s|ed)?|cit(?:es|ed|ing)',
    },
    possibility: {
      asked: 'may|might|could|possibly|possible|potentially|perhaps|conceivably|speculation',
      carriers:
        'would|possibilit(?:y|ies)|potential|conceivable|speculat(?:es?|ed|ing)|risk(?:s|ed)?|fear(?:s|ed)?|worr(?:y|ies|ied)|concern(?:s|ed)?|' +
        'whether|threat(?:s|ens?|ened)?|danger(?:s|ous)?|wary|unclear|not known|unknown|chance|prospect',
    },
    likelihood: {
      asked:
        'likely|unlikely|probably|presumably|believed?|thought to|understood to|suspected|estimated?|suggests?|suggested|suggesting|' +
        'appears? to|seems?|seemingly',
      carriers:
        'believes?|belief|suspects?|suspicion|estimat(?:es|ion|ions)|suggestion|appears?|appeared|implie[sd]|impl(?:y|ies)|infer(?:s|red)?|reckons?|' +
        'assum(?:es?|ed|ption)|expect(?:s|ed)?|doubts?|doubted|signs?|indicat(?:es?|ed|ions?)|probable|inclined|thinks?',
    },
  },
  {
    hearsay: ['reportedly', 'says'],
    possibility: ['may', 'possibly'],
    likelihood: ['believed', 'likely'],
  },
  ({ text: word, start, end }, text) =>
    // The month.
    word === 'May' ||
    /^may\s+\d/i.test(text.slice(start)) ||
    // "Poorer than she suggests" compares.
    (/^suggest/i.test(word) && /\bthan (?:\S+ ){1,3}$/i.test(text.slice(0, start))) ||
    (/^could$/i.test(word) && isAbility(text, start, end)),
)
