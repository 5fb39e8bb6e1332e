// Changing a list of a question in the studio.

import type { Ref } from 'vue'

export interface EditedList<T> {
  items(): readonly T[]
  /** Undefined takes a key out. */
  change(index: number, over: { [Key in keyof T]?: T[Key] | undefined }): void
  add(): void
  remove(index: number): void
  /** One place up (-1) or down (1). */
  move(index: number, by: number): void
}

/** The list at a key of a question; `fresh` is what a new element begins as. */
export function editList<T extends object>(
  question: Ref<Record<string, unknown>>,
  key: string,
  fresh: T,
): EditedList<T> {
  const items = (): readonly T[] => (question.value[key] as T[] | undefined) ?? []
  const put = (next: readonly T[]): void => {
    question.value = { ...question.value, [key]: next }
  }
  return {
    items,
    change(index, over) {
      put(
        items().map((item, at) =>
          at === index
            ? (Object.fromEntries(
                Object.entries({ ...item, ...over }).filter(([, value]) => value !== undefined),
              ) as T)
            : item,
        ),
      )
    },
    add: () => put([...items(), fresh]),
    remove: (index) => put(items().filter((_, at) => at !== index)),
    move(index, by) {
      const item = items()[index]
      const to = index + by
      if (item === undefined || to < 0 || to >= items().length) return
      put(items().toSpliced(index, 1).toSpliced(to, 0, item))
    },
  }
}

/** What a field holds. */
export function valueIn(event: Event): string {
  return (event.target as HTMLInputElement).value
}

/** A figure that was typed; undefined for anything else. */
export function figureIn(event: Event): number | undefined {
  const text = valueIn(event).trim()
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)
}

/** The lines of a field without blanks at their ends; empty ones are left out. */
export function linesIn(event: Event): string[] {
  return valueIn(event)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
