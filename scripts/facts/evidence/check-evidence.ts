// Proves the fact base against the articles: the text is the recorded one, the spans are where they were, and
// what a statement says stands in them. Kept apart from the other checks because the articles are not part of
// the repository.

import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Place } from '../../source/json-document.ts'
import type { Articles } from '../../source/content-folder.ts'
import { sha256 } from '../../source/digest.ts'
import { ArticleText } from '../../source/normalise.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import { lookAtAll, type LookAt } from '../found-sound.ts'
import type { Fact } from '../fact-schema.ts'
import type { SourceId } from '../ids.ts'
import type { Source } from '../source-schema.ts'
import { actorsInEvidence } from './actors-in-evidence.ts'
import { boundsKept, hedgesKept } from './hedges-kept.ts'
import { negationKept } from './negation-kept.ts'
import { openListsKept } from './open-lists-kept.ts'
import type { Reader } from '../../languages/reading.ts'
import { passagesOf } from './passages.ts'
import { quoteInEvidence } from './quote-in-evidence.ts'
import { compareWords } from './words/index.ts'
import { speakersInEvidence } from './speakers-in-evidence.ts'
import { factTextsInEvidence } from './fact-texts-in-evidence.ts'
import { quotationsInEvidence } from './quotations-in-evidence.ts'
import { recordsInArticles } from './records-in-articles.ts'
import { textsBeside } from './texts-beside.ts'
import { exceptExcused } from './excuses.ts'
import { whenInEvidence } from './when-in-evidence.ts'
import { quantitiesInEvidence, tokensInEvidence } from './tokens-in-evidence.ts'

/**
 * Holds every fact against its evidence.
 * @param articles raw article texts by file name, as `readArticles` gives them.
 * @param reader compares word by word; absent: only figures, dates, names, hedges and quotes are compared.
 * @param lookAt knows which facts need not be looked at again
 */
export function checkEvidence(
  base: FactBase,
  articles: Articles,
  reader?: Reader,
  lookAt: LookAt = lookAtAll,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const texts = new Map<SourceId, ArticleText>()
  const skipped = new Map<SourceId, number>()
  const wrong: (() => Diagnostic)[] = []
  for (const entry of base.sources.values()) {
    const { id, file } = entry.value
    const raw = articles.get(file)
    if (raw === undefined) {
      wrong.push(() => articleFile(entry.place, entry.value, articles, ...skippedNote(skipped.get(id))))
      continue
    }
    const text = new ArticleText(raw)
    if (text.sha256 === entry.value.sha256) texts.set(id, text)
    else wrong.push(() => articleDigest(entry.place, entry.value, text, ...skippedNote(skipped.get(id))))
  }
  // What they hold their recorded digests say, which stand in the fact base.
  const readable = [...texts.keys()].join(' ')
  for (const entry of base.facts.values()) {
    for (const { source } of entry.value.evidence)
      if (!texts.has(source) && base.sources.has(source)) skipped.set(source, (skipped.get(source) ?? 0) + 1)
    diagnostics.push(
      ...lookAt(`evidence ${reader !== undefined} ${readable}\n${JSON.stringify(entry.value)}`, () =>
        checkFactEvidence(entry, texts, base, reader),
      ),
    )
  }
  return [...wrong.map((make) => make()), ...recordsInArticles(base, texts, reader, lookAt), ...diagnostics]
}

/**
 * Holds one fact against its evidence, as `checkEvidence` does.
 * @param texts the articles by source, those alone that are the recorded ones. What a passage of another one
 *   proves is not judged.
 */
export function checkFactEvidence(
  entry: Entry<Fact>,
  texts: ReadonlyMap<string, ArticleText>,
  base: FactBase,
  reader?: Reader,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const spans: string[] = []
  let whole = true
  for (const [index, { source, start, end, sha256: digest }] of entry.value.evidence.entries()) {
    const place = entry.place.in('evidence', index)
    const text = texts.get(source)
    if (!text) whole = false
    else if (end > text.length) {
      whole = false
      diagnostics.push(
        error(
          place.in('end').location,
          'fact/span-in-range',
          `Unexpected end ${end}, expected at most ${text.length}, the length of "${source}" in characters`,
          `pin the passage anew: factdeck pin --articles DIR --fact ${entry.value.id} "the passage"`,
        ),
      )
    } else if (sha256(text.span(start, end)) !== digest) {
      whole = false
      diagnostics.push(
        error(
          place.in('sha256').location,
          'fact/span-digest',
          `Unexpected text at characters ${start}–${end} of "${source}": "${fewWords(text.span(start, end))}", expected the one with the recorded digest`,
          'pin the quote again with factdeck pin',
        ),
      )
    } else spans.push(text.passage(start, end))
  }
  // What a span proves can be judged only where all of them could be read.
  return whole ? [...diagnostics, ...provenBy(entry, spans, texts, base, reader)] : diagnostics
}

/** Says that an article is not in the articles folder as a text, and how it gets there. */
export function articleFile(
  place: Place,
  { file }: Source,
  articles: Articles,
  ...notes: string[]
): Diagnostic {
  const { others = [] } = articles
  const at = place.in('file').location
  const other = others.find(
    (name) => name === file || name.replace(/\.\w+$/, '') === file.replace(/\.\w+$/, ''),
  )
  if (other !== undefined)
    return error(
      at,
      'fact/article-file',
      `Unexpected article file "${file}", expected a text (.txt) in the articles folder, where ${other === file ? 'only texts are read' : `"${other}" lies`}`,
      `factdeck add makes a text of "${other}" and an entry here; then delete this one`,
      ...notes,
    )
  return error(
    at,
    'fact/article-file',
    `Unexpected article file "${file}", expected a text (.txt) of the articles folder${suggest(file, articles.keys())}`,
    articles.size === 0
      ? 'the folder that --articles names holds no .txt; is it the right one? Other formats are brought in by factdeck add'
      : `the folder holds ${named([...articles.keys()])}; put the text there, or bring the article in with factdeck add`,
    ...notes,
  )
}

/** At most four names. */
function named(files: readonly string[]): string {
  return files.length <= 4 ? files.join(', ') : `${files.slice(0, 4).join(', ')} and ${files.length - 4} more`
}

/** Says that the text of an article is not the recorded one. */
export function articleDigest(
  place: Place,
  { file, sha256: recorded }: Source,
  text: ArticleText,
  ...notes: string[]
): Diagnostic {
  return error(
    place.in('sha256').location,
    'fact/article-digest',
    `Unexpected text in "${file}" (sha256 ${text.sha256.slice(0, 12)}…), expected the text that the evidence was pinned in (${recorded.slice(0, 12)}…)`,
    /^0+$/.test(recorded)
      ? 'the article is new: factdeck check --fix records its digest'
      : 'where the article changed, factdeck repin moves every passage whose words still stand, and records the new digest',
    `the sha256 of this text: ${text.sha256}`,
    ...notes,
  )
}

/** Holds one fact against the words of its passages. Without a reader, words are not compared one by one. */
function provenBy(
  entry: Entry<Fact>,
  spans: readonly string[],
  texts: ReadonlyMap<string, ArticleText>,
  base: FactBase,
  reader?: Reader,
): Diagnostic[] {
  const articlesOf = ({ evidence }: Fact): string[] =>
    [...new Set(evidence.map(({ source }) => source))].map((source) => texts.get(source)?.running ?? '')
  return [
    ...exceptExcused(
      entry,
      [
        ...tokensInEvidence(entry.value, spans, base, reader),
        ...quotationsInEvidence(entry.value, spans, base),
        ...factTextsInEvidence(
          entry.value,
          { passagesOf: (fact) => passagesOf(fact, texts), articlesOf },
          base,
          reader,
        ),
        ...(reader ? compareWords(entry.value, spans, base, reader) : []),
      ],
      [
        ...hedgesKept(entry, spans, base),
        ...boundsKept(entry, spans, base),
        ...openListsKept(entry, spans, base),
        ...negationKept(entry, spans, base),
        ...speakersInEvidence(entry, spans, base),
        ...actorsInEvidence(entry, spans, texts, base),
      ],
      textsBeside(entry.value),
    ),
    ...quantitiesInEvidence(entry, spans, base),
    ...whenInEvidence(entry, spans, base),
    ...quoteInEvidence(entry, spans),
  ]
}

function skippedNote(count: number | undefined): string[] {
  return count === undefined
    ? []
    : [
        `${count} ${count === 1 ? 'span' : 'spans'} of evidence in it ${count === 1 ? 'was' : 'were'} not checked`,
      ]
}

/** At most eight words of an article: enough to see what went wrong, too few to copy it. */
export function fewWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean)
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 8).join(' ')} …`
}
