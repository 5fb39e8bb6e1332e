import type { Fact } from '../fact-schema.ts'
import type { BesideText } from './excuses.ts'

/**
 * What is shown of a fact beside its statement and short form: labels, units and figures in words, how a date
 * was worked out, places, what is handed over, readings of a disagreement, sums and their conclusions, what a picture
 * shows, the note. Who made a picture is no statement of the article.
 */
export function textsBeside(fact: Fact): BesideText[] {
  const { quantities, when, places, transfer, disagreesWith, arithmetic, image, note } = fact
  return [
    ...quantities.flatMap(({ label, unit, display }, index) => [
      { kind: 'label of a quantity', text: label, path: ['quantities', index, 'label'] },
      { kind: 'unit of a quantity', text: unit, path: ['quantities', index, 'unit'] },
      ...one('display of a quantity', display, 'quantities', index, 'display'),
    ]),
    ...one('reason of the date', when?.resolved, 'when', 'resolved'),
    ...places.map((text, index) => ({ kind: 'place', text, path: ['places', index] })),
    ...one('transfer', transfer?.what, 'transfer', 'what'),
    ...disagreesWith.flatMap(({ about, reading }, index) => [
      { kind: 'disagreement', text: about, path: ['disagreesWith', index, 'about'] },
      { kind: 'reading of a disagreement', text: reading, path: ['disagreesWith', index, 'reading'] },
    ]),
    ...one('question of a sum', arithmetic?.question, 'arithmetic', 'question'),
    ...(arithmetic?.steps ?? []).flatMap(({ say, unit }, index) => [
      { kind: 'step of a sum', text: say, path: ['arithmetic', 'steps', index, 'say'] },
      { kind: 'unit of a sum', text: unit, path: ['arithmetic', 'steps', index, 'unit'] },
    ]),
    ...one('conclusion of a sum', arithmetic?.conclusion, 'arithmetic', 'conclusion'),
    ...one('alternative text', image?.alt, 'image', 'alt'),
    ...one('note', note, 'note'),
  ]
}

function one(kind: string, text: string | undefined, ...path: (string | number)[]): BesideText[] {
  return text === undefined ? [] : [{ kind, text, path }]
}
