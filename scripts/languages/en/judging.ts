import { wholeWords } from '../word-pattern.ts'

/** Words that weigh what they speak of, and "will", which foretells. */
export const judging = wholeWords(
  [
    'will',
    'alarming(?:ly)?|shocking(?:ly)?|worrying(?:ly)?|disturbing(?:ly)?|remarkabl[ey]|impressive(?:ly)?|regrettabl[ey]|(?:un)?fortunately|sadly',
    'crucial(?:ly)?|pivotal|paramount|vital(?:ly)?|essential(?:ly)?|decisive(?:ly)?|invaluable|indispensable|imperative|lifeline|game changer',
    'significant(?:ly)?|important(?:ly)?|serious(?:ly)?|severe(?:ly)?|grave(?:ly)?|dire|dramatic(?:ally)?|massive(?:ly)?|huge(?:ly)?|enormous(?:ly)?',
    'dangerous(?:ly)?|threat(?:s|ens?|ened|ening)?|aggressive(?:ly)?|reckless(?:ly)?|illicit|rogue|sinister|brutal(?:ly)?|ruthless(?:ly)?|shameful(?:ly)?',
    'undermin(?:es?|ed|ing)|embolden(?:s|ed|ing)?|destabili[sz](?:es?|ed|ing)|complicat(?:es?|ed|ing)|weaken(?:s|ed|ing)?|jeopardi[sz](?:es?|ed|ing)',
    'compromis(?:es|ed|ing)|disastrous(?:ly)?|catastroph(?:ic|es?)|far-reaching|turning point|milestone|successful(?:ly)?|(?:un)?fair(?:ly)?|(?:un)?just(?:ified|ly)',
    'inevitabl[ey]|clearly|obviously|undoubtedly|of course|contraven(?:es?|ed|ing)|violat(?:es?|ed|ing|ions?)|flagging|ambitions?|duress|signs',
    '(?:more|most|less|least) (?:powerful|threatening|dangerous|important|aggressive|likely)|best|worst|good|bad|better|worse|matters',
  ].join('|'),
)
