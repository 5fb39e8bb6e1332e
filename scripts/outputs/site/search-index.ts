// What the search of an explorer in pages looks through: scripts, since a page that is opened from a disk may load
// nothing else.

import { foldText } from '../../../contract/fold-text.ts'
import type { FactShown } from './facts-page.ts'
import type { FactPage } from './fact-pages.ts'

/** Most facts of a script. Several are loaded at once, and each is worked up by itself. */
const mostOfPart = 1000

// What parts facts, and what parts the fields of one; no letter of a text is either.
const betweenFacts = '\u001E'
const betweenFields = '\u001F'

/**
 * The scripts of the index, by the path of each; the page that loads them declares `factdeckFacts`. They give it
 * long strings instead of lists, which are quicker to read, and most facts are never looked at one by one.
 */
export function searchIndex(pages: readonly FactPage[]): { path: string; data: string }[] {
  const all = pages.flatMap(({ facts }, page) => facts.map((fact) => ({ fact, page })))
  return Array.from({ length: Math.ceil(all.length / mostOfPart) }, (_, n) => {
    const part = all.slice(n * mostOfPart, (n + 1) * mostOfPart)
    const each = (write: (each: (typeof part)[number]) => string): string =>
      part.map(write).join(betweenFacts)
    const data = [
      n,
      each(({ fact, page }) => fields(filteredOf(fact, page))),
      each(({ fact }) => foldText(fields([searchedOf(fact).join(' ')]))),
      each(({ fact }) => fields([fact.when, fact.short, fact.statement, fact.attribution])),
    ]
    return {
      path: `facts/search-${n + 1}.js`,
      data: `factdeckFacts(${data.map((value) => JSON.stringify(value)).join(',')})\n`,
    }
  })
}

function fields(values: readonly string[]): string {
  return values
    .map((value) => value.replaceAll(betweenFacts, ' ').replaceAll(betweenFields, ' '))
    .join(betweenFields)
}

/** What the choices of the filter are compared with. */
function filteredOf({ id, status, articles, actors, dated, from, to }: FactShown, page: number): string[] {
  return [id, String(page), status, articles, actors, dated ? 'dated' : '', from, to]
}

/** In what words are looked for: what a page with the fact marks as `data-text`. */
function searchedOf(fact: FactShown): string[] {
  return [
    fact.when,
    fact.short,
    fact.statement,
    fact.quote ? fact.quote.text : '',
    fact.attribution,
    ...fact.quantities.map(({ text, label }) => `${text} ${label}`),
    fact.places,
    fact.telling,
    ...fact.evidence.map(({ title }) => title),
    fact.note,
    ...fact.disagreements.flatMap(({ about, reading }) => [about, reading]),
  ].filter((text) => text !== '')
}
