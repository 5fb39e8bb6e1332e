/**
 * A text as a name: lower-case words of Latin letters joined by hyphens; empty where nothing of it can be.
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s?\b/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
}

/** The name itself, or the first of name-2, name-3 ... that is not taken. */
export function unusedName(name: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name}-${number}`)) number++
  return `${name}-${number}`
}
