import type { KeyWords } from '../language.ts'

export const keys: KeyWords = {
  points: /^(?:that|this|these|those)\b(?! names\b| keeps\b)/i,
  denies:
    /^(?:(?:(?:it|they|he|she|there|these|those) (?:is|are|was|were|does|do|did|has|have|had|can|would) )?(?:not|no|never|nothing|nobody|neither|none|nowhere)\b|the opposite\b)/i,
  stands: /^(?:is|are|was|were|appears?|stands?|belongs?|comes?)$/,
  takesBack: /\bbut\b|\bhowever\b|\band not\b|\bNo\b|\btempt\w*|\beasily\b|\bturns \S+ \S+ into\b/,
  elsewhere: /\banother\b|\belsewhere\b|\bopposite\b|\binstead\b/i,
  supposes: /\b(?:would|should|could have)\b/i,
  leavesOpen:
    /\b(?:may|might|could|possib\w*|potential\w*|reportedly|alleg\w*|claim\w*|accus\w*|fear\w*|concern\w*|plan\w*|intend\w*|intention|announc\w*|scheduled|suspect\w*|suspicion|suggest\w*|likely|doubt\w*|open|unknown|unnamed|unspecified|leaves?|believed|weakens?|recommend\w*|aim)\b/i,
  vouches:
    /\b(?:confirm\w*|prove[sdn]?|proof|certain\w*|establish\w*|took place|take place|settled|refut\w*|will|shows?|found|under way|has been|have been|exactly|must|ruled out|completely)\b/i,
  infers:
    /^(?:(?:from (?:this|that|these|it),? )?it follows(?: from \p{L}+)? that|from (?:this|that|these) it follows that|(?:this|that|these|it) (?:shows?|means?|implies|imply|proves?|suggests?) that|(?:therefore|hence|thus|consequently|accordingly),?|so,) /iu,
  asksSpeaker:
    /\b(?:who|which \p{L}+|by whom|according to whom)\b[^.?]{0,80}?\b(?:said|says?|tells?|told|calls?|called|claim(?:s|ed)?|accuses?|accused|links?|linked|reports?|reported|disclose[sd]?|state[sd]?|blame[sd]?|estimate[sd]?|suspect(?:s|ed)?|warn(?:s|ed)?|announce[sd]?|compare[sd]?|quoted|found|concluded|analysed|counted)\b/iu,
  asksRelay: /\b(?:relay(?:s|ed)?|pass(?:es|ed)? on|cite[sd]?|quotes?|through whom|through which|via)\b/i,
  asksPlace:
    /^(?:[^.?]*, )?(?:(?:from|to|at|in|near|on|into|towards?) )?(?:where|(?:which|what) (?:place|town|city|village|port|country|region|state|district|street|province|harbour|island|oblast))\b(?![^?]*\b(?:when|why|who|how)\b)[^?]*\?$/i,
  parts:
    /(?<=[.;:,])\s+|\s+(?=(?:and|but|since|because|that|which|who|whom|after|before|when|while|until)\b)/,
}
