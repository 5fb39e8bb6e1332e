import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { foldQuoted, hasQuotation, quotationsIn } from '../../languages/quotations.ts'
import type { Span } from '../../languages/span.ts'
import type { Reader } from '../../languages/reading.ts'
import type { Place } from '../../source/json-document.ts'
import type { ArticleText } from '../../source/normalise.ts'
import { cite } from '../fact-views.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Excuse } from '../fact-schema.ts'
import { lookAtAll, type LookAt } from '../found-sound.ts'
import type { Source } from '../source-schema.ts'
import { covers } from './excuses.ts'
import { countsTexts, joinSupport, missingFrom, readSupport } from './support.ts'
import { surroundingsOf } from './surroundings.ts'

/** A text about an article, or an office that one gives. */
interface RecordText {
  /** What it is, for a message. */
  kind: string
  text: string
  place: Place
}

interface Lacking extends Span {
  noun: string
}

/**
 * What the unit records of an article has no figure, date, name or quotation that the article does not have:
 * its title, what is taken over from others, how its date was worked out, the note, and the offices with their
 * dates that actors have by it. Background that such a text names counts as well, and so does the date of another
 * article that it names.
 * @param texts the articles by source, those alone that are the recorded ones.
 * @param lookAt knows which articles' records need not be looked at again
 */
export function recordsInArticles(
  base: FactBase,
  texts: ReadonlyMap<string, ArticleText>,
  reader?: Reader,
  lookAt: LookAt = lookAtAll,
): Diagnostic[] {
  return Array.from(base.sources.values()).flatMap((entry) => {
    const article = texts.get(entry.value.id)
    // What is recorded is of the fact base, and so is the digest of the article.
    return article
      ? lookAt(`records ${reader !== undefined} ${entry.value.id}`, () =>
          recordsIn(article, entry, base, reader),
        )
      : []
  })
}

function recordsIn(
  article: ArticleText,
  entry: Entry<Source>,
  base: FactBase,
  reader: Reader | undefined,
): Diagnostic[] {
  const lackingIn = compareWith(entry.value, article, base, reader)
  const needed = new Set<Excuse>()
  const told = (record: RecordText, excuses: readonly Excuse[]): Diagnostic[] =>
    lackingIn(record.text).flatMap(({ noun, text, start, end }) => {
      const excuse = excuses.find((each) => covers(each.text, record.text, start, end))
      if (excuse) needed.add(excuse)
      return excuse
        ? []
        : error(
            record.place.location,
            'fact/record-in-article',
            `Unexpected ${noun} "${text}" in the ${record.kind}, expected one that the article has`,
            excuses === none
              ? 'give what the article gives, or leave it out'
              : 'correct it, or say why it may stand in "notInArticle"',
          )
    })
  return [
    ...recordsOf(entry).flatMap((record) => told(record, entry.value.notInArticle ?? [])),
    ...rolesBy(entry.value, base).flatMap((record) => told(record, none)),
    ...unneeded(entry, needed),
  ]
}

const none: readonly Excuse[] = []

function recordsOf({ value, place }: Entry<Source>): RecordText[] {
  const { id, title, published, relays, note } = value
  const of = (kind: string, text: string | undefined, ...path: (string | number)[]): RecordText[] =>
    text === undefined ? [] : [{ kind: `${kind} of "${id}"`, text, place: place.in(...path) }]
  return [
    ...of('title', title, 'title'),
    ...of('reason of the date', published?.why, 'published', 'why'),
    ...relays.flatMap(({ what }, index) => of('relay', what, 'relays', index, 'what')),
    ...of('note', note, 'note'),
  ]
}

/** The offices that an article gives, and their dates. */
function rolesBy({ id }: Source, base: FactBase): RecordText[] {
  return Array.from(base.actors.values()).flatMap(({ value, place }) =>
    value.roles.flatMap(({ role, source, asOf }, index) =>
      source === id
        ? [
            { kind: `role of "${value.id}"`, text: role, place: place.in('roles', index, 'role') },
            ...(asOf === undefined
              ? []
              : [
                  {
                    kind: `date of a role of "${value.id}"`,
                    text: asOf,
                    place: place.in('roles', index, 'asOf'),
                  },
                ]),
          ]
        : [],
    ),
  )
}

/** What of a text about an article stands neither there nor in what the text names besides. */
function compareWith(source: Source, article: ArticleText, base: FactBase, reader: Reader | undefined) {
  const own = readSupport([article.running, cite({ ...source, title: '' })].join('\n'), base)
  const folded = foldQuoted(article.running)
  return (text: string): Lacking[] => {
    const support = joinSupport([own, ...surroundingsOf(text, base, [], source.id)])
    const { figures, dates, names } = missingFrom(support, text, base, reader)
    return [
      ...figures.filter((each) => !countsTexts(each)).map((each) => ({ ...each, noun: 'figure' })),
      ...dates.map((each) => ({ ...each, noun: 'date' })),
      ...names.map((each) => ({ ...each, noun: 'name' })),
      ...quotationsIn(text)
        .filter(({ words }) => !hasQuotation(folded, words))
        .map((each) => ({ ...each, text: each.words, noun: 'quotation' })),
    ]
  }
}

function unneeded({ value, place }: Entry<Source>, needed: ReadonlySet<Excuse>): Diagnostic[] {
  return (value.notInArticle ?? []).flatMap((excuse, index) =>
    needed.has(excuse)
      ? []
      : warning(
          place.in('notInArticle', index).location,
          'fact/excuse-needed',
          `Unexpected excuse for "${excuse.text}", expected none: no text about "${value.id}" has these words, or the article has them too`,
          'take it out of "notInArticle"',
        ),
  )
}
