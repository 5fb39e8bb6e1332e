// Verbs of a statement and their forms, by compromise. The checks need not use the same library, and do not
// have to agree with it.

import nlp from 'compromise'

/** A verb phrase and where it stands. */
export interface VerbPhrase {
  text: string
  start: number
  end: number
  /** The same denied: "has sent" gives "has not sent". */
  denied: string
}

/** The verb phrases of a sentence, in order. */
export function verbPhrases(text: string): VerbPhrase[] {
  const verbs = nlp(text).verbs()
  let from = 0
  return (verbs.out('array') as string[]).flatMap((raw) => {
    const phrase = raw.replace(/[.,;:]+$/, '')
    const start = text.indexOf(phrase, from)
    if (start < 0) return []
    from = start + phrase.length
    const denied = (nlp(phrase).verbs().toNegative().all().text() as string).replace(/[.,;:]+$/, '')
    return [{ text: phrase, start, end: from, denied }]
  })
}

/** "sent" for "send". */
export function past(verb: string): string {
  return form(verb, 'PastTense')
}

/** "chosen" for "choose". */
export function participle(verb: string): string {
  const made = form(verb, 'Participle')
  return made === '' ? past(verb) : made
}

/** "imports" for "import". */
export function present(verb: string): string {
  return form(verb, 'PresentTense')
}

const irregular: Readonly<Record<string, Record<string, string>>> = {
  be: { PastTense: 'was', Participle: 'been', PresentTense: 'is' },
  have: { PastTense: 'had', Participle: 'had', PresentTense: 'has' },
}

function form(verb: string, name: 'PastTense' | 'Participle' | 'PresentTense'): string {
  const known = irregular[verb]?.[name]
  if (known !== undefined) return known
  const conjugated = nlp(`to ${verb}`).verbs().conjugate()[0] as Record<string, string> | undefined
  return conjugated?.[name] ?? (name === 'Participle' ? '' : verb)
}

/** Whether a subject in the singular, in the plural or in either number can stand before the verb. */
export function number(verb: string): 'one' | 'many' | 'either' {
  const first = verb.split(' ')[0]!.toLowerCase()
  if (['has', 'is', 'was', 'does'].includes(first)) return 'one'
  if (['have', 'are', 'were', 'do'].includes(first)) return 'many'
  if (
    /^(will|would|could|may|might|can|must|should|had|did)$/.test(first) ||
    /(ed|t|ght|ew|oke|ang)$/.test(first)
  )
    return 'either'
  return first.endsWith('s') ? 'one' : 'many'
}
