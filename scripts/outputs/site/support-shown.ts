import type { SupportView } from '../../facts/reviews/support-views.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { fill } from '../../../contract/messages/wording.ts'

/** What `site/facts.njk` shows of the support of a statement; false where nothing is known of it. */
export function supportShown(support: SupportView | undefined, language: string) {
  if (!support) return false
  const { facts: quoting, site } = messagesFor(language)
  const { support: words, characters } = site.facts
  const at = ({ article, start, end }: { article: string; start: number; end: number }): string =>
    fill(words.at, { article, place: fill(characters, { spans: `${start}–${end}` }) })
  return {
    words: support.words.map(({ text, kind, place }) => ({
      text,
      because: words.kinds[kind],
      bare: kind === 'unsupported',
      found: place?.found === undefined ? '' : fill(quoting.quoted, { text: place.found }),
      at: place ? at(place) : '',
    })),
    passages: (support.passages ?? []).map((passage) => ({ text: passage.text, at: at(passage) })),
  }
}
