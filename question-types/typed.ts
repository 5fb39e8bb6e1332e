import type { ObjectDirective } from 'vue'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Fields that hold what is not taken over yet. */
const typing = new WeakSet<Field>()
const begin = (event: Event): void => void typing.add(event.currentTarget as Field)
const end = (event: Event): void => void typing.delete(event.currentTarget as Field)

const written = (value: unknown): string => String(value ?? '')
function show(field: Field, text: string): void {
  if (field.value !== text) field.value = text
}

/**
 * `v-typed="value"` in place of `:value` for a field that is taken over when it is left (`@change`). Vue writes a
 * bound value at each rendering, whatever caused it: a save that ends, or a check, would wipe out what somebody
 * is typing. Where the value itself is another now, what was typed goes: the field may belong to another thing, and
 * nothing may be written over what somebody else changed.
 */
export const vTyped: ObjectDirective<Field, unknown> = {
  mounted(field, { value }) {
    show(field, written(value))
    field.addEventListener('input', begin)
    field.addEventListener('change', end)
    field.addEventListener('blur', end)
  },
  updated(field, { value, oldValue }) {
    if (written(value) !== written(oldValue)) typing.delete(field)
    if (!typing.has(field)) show(field, written(value))
  },
}
