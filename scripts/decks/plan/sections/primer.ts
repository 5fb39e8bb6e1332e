import { capacity } from '../../../../contract/capacity.ts'
import { messagesFor } from '../../../../contract/messages/registry.ts'
import type { BackgroundId } from '../../../facts/ids.ts'
import { evenParts } from '../even-parts.ts'
import type { LayoutContent } from '../layouts/names.ts'
import type { Material } from '../material.ts'

/** What a class has to know first; entries that one slide does not hold go on under the same heading. */
export function primerSlides(
  ids: readonly BackgroundId[],
  title: string | undefined,
  { base }: Material,
): LayoutContent[] {
  const { background: words } = messagesFor(base.unit.language)
  const entries = [...new Set(ids)].flatMap((id) => {
    const entry = base.background.get(id)?.value
    return entry ? [{ name: entry.name, text: entry.short ?? entry.text }] : []
  })
  return evenParts(entries, capacity.primer.entries).map((part) => ({
    kind: 'layout',
    layout: 'primer',
    props: { title: title ?? words.know, label: words.chip, entries: part },
    facts: [],
    questions: [],
  }))
}
