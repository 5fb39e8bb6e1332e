import { hedgesOf } from '../hedge-words.ts'

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
        'assum(?:es?|ed|ption)|expect(?:s|ed)?|doubts?|doubted|signs?|indicat(?:es?|ed|ions?)|probable|inclined',
    },
  },
  {
    hearsay: ['reportedly', 'says'],
    possibility: ['may', 'possibly'],
    likelihood: ['believed', 'likely'],
  },
  // The month.
  ({ text: word, start }, text) => word === 'May' || /^may\s+\d/i.test(text.slice(start)),
)
