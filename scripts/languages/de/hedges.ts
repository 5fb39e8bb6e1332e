import { hedgesOf } from '../hedge-words.ts'

/** The endings of an adjective. */
const e = '(?:e[rmns]?)?'

export const hedges = hedgesOf(
  {
    hearsay: {
      asked:
        `angeblich${e}|mutmaßlich${e}|vorgeblich${e}|vermeintlich${e}|Gerüchten|Gerüchte|dem Vernehmen nach|` +
        // "Soll" alone is a duty or a plan; of something that is over it is hearsay.
        `soll(?:en|te|ten)?(?=[^.;:!?]*\\s(?:haben|sein|worden)(?![\\p{L}]))`,
      carriers:
        'sag(?:t|te|ten|en)|laut|zufolge|nach (?:Angaben|Aussage|Darstellung|Ansicht|Worten)|behaupt(?:et|ete|eten|en|ung|ungen)|' +
        'bericht(?:et|ete|eten|en)?|Berichten?|meld(?:et|ete|eten|en|ung|ungen)|erklär(?:t|te|ten|en)|teilt(?:e|en)?|gab(?:en)? an|gibt an|' +
        'geben an|wirft|warf(?:en)?|werfen|Vorwurf|Vorwürfe|vorgeworfen|heißt es|hieß es|sei|seien|gewesen sei|nenn(?:t|en)|nannte[n]?',
    },
    possibility: {
      asked: `möglicherweise|vielleicht|eventuell${e}|womöglich|könnten?|potenziell${e}|potentiell${e}|unter Umständen`,
      carriers:
        'kann|können|möglich|Möglichkeit(?:en)?|würden?|Risiko|Risiken|Gefahr(?:en)?|droh(?:t|te|en)|befürcht(?:et|ete|eten|en|ung|ungen)|' +
        'fürcht(?:et|ete|eten|en)|Sorgen?|ob|unklar|ungewiss|unbekannt|Chancen?|denkbar',
    },
    likelihood: {
      asked:
        `wahrscheinlich${e}|vermutlich${e}|wohl|offenbar|anscheinend|scheinbar${e}|schein(?:t|en)|dürften?|geschätzt${e}|vermutet|` +
        'schätzungsweise|gilt als|gelten als|galt als|galten als|voraussichtlich',
      carriers:
        'schätz(?:t|te|ten|en|ung|ungen)|vermut(?:et|ete|eten|en|ung|ungen)|glaub(?:t|te|ten|en)|nimmt an|nehmen an|angenommen|geht davon aus|' +
        'gehen davon aus|erwart(?:et|ete|eten|en|ung)|rechne(?:t|te|ten|n)|zweifel(?:t|te|n)?|deut(?:et|ete|en) darauf hin|Anzeichen|Hinweise?|unwahrscheinlich',
    },
  },
  {
    hearsay: ['angeblich', 'sagt'],
    possibility: ['könnte', 'möglicherweise'],
    likelihood: ['vermutlich', 'wohl'],
  },
)
