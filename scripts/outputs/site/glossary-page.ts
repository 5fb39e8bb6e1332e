import { backgroundKinds, type BackgroundView } from '../../../contract/background-view.ts'
import type { Content } from '../../decks/content.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { fill } from '../../../contract/messages/wording.ts'

/**
 * What `site/glossary.njk` shows: background by kind, events in order of time and all else by name, as a
 * glossary is looked up.
 */
export function glossaryView({ background, unit }: Pick<Content, 'background' | 'unit'>) {
  const { background: words } = messagesFor(unit.language)
  const { compare } = new Intl.Collator(unit.language)
  const byName = (a: BackgroundView, b: BackgroundView): number => compare(a.name, b.name)
  const byDate = (a: BackgroundView, b: BackgroundView): number =>
    (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0) || byName(a, b)
  return {
    title: words.glossary,
    background: words,
    groups: backgroundKinds.flatMap((kind) => {
      const entries = background.filter((entry) => entry.kind === kind)
      if (entries.length === 0) return []
      return [
        {
          kind,
          heading: words.headings[kind],
          entries: entries.toSorted(kind === 'event' ? byDate : byName).map((entry) => ({
            ...entry,
            ...(entry.at ? { coordinates: fill(words.coordinates, entry.at) } : {}),
          })),
        },
      ]
    }),
  }
}

function startOf({ period }: BackgroundView): string {
  return period?.from ?? period?.to ?? ''
}
