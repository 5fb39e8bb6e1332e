import type { ObjectDirective } from 'vue'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Fields that hold what is not taken over yet. */
const typing = new WeakSet<Field>()
const begin = (event: Event): void => void typing.add(event.currentTarget as Field)
const end = (event: Event): void => void typing.delete(event.currentTarget as Field)

function show(field: Field, value: unknown): void {
  const text = String(value ?? '')
  if (field.value !== text) field.value = text
}

/**
 * `v-typed="value"` in place of `:value` for a field that is taken over when it is left (`@change`). Vue writes a
 * bound value at each rendering, whatever caused it: a save that ends, or a check, would wipe out what somebody
 * is typing.
 */
export const vTyped: ObjectDirective<Field, unknown> = {
  mounted(field, { value }) {
    show(field, value)
    field.addEventListener('input', begin)
    field.addEventListener('change', end)
    field.addEventListener('blur', end)
  },
  updated(field, { value }) {
    if (!typing.has(field)) show(field, value)
  },
}
