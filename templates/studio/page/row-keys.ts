import { computed, type ComputedRef } from 'vue'
import type { OutlineSection } from './unit-types.ts'

/**
 * A key for each section that stays with it wherever it moves: by its title, or where that changed, by its
 * slides. What is being typed in a section stays in that section when another page puts one before it.
 */
export function sectionKeys(sections: () => readonly OutlineSection[]): ComputedRef<number[]> {
  let next = 0
  let before: { key: number; section: OutlineSection }[] = []
  return computed(() => {
    const left = [...before]
    const kept = (same: (old: OutlineSection) => boolean): number | undefined => {
      const at = left.findIndex(({ section }) => same(section))
      return at < 0 ? undefined : left.splice(at, 1)[0]!.key
    }
    const byTitle = sections().map(({ title }) => kept((old) => old.title === title))
    before = sections().map((section, index) => ({
      section,
      key:
        byTitle[index] ??
        kept((old) => JSON.stringify(old.slides) === JSON.stringify(section.slides)) ??
        next++,
    }))
    return before.map(({ key }) => key)
  })
}
