// Names, and values as files hold them.

import type { Fact } from './unit-types.ts'

/** Words of a text as a name: "Opening hours of the bridge" is "opening-hours-bridge". */
export function slugFrom(text: string, most = 4): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !['a', 'an', 'the', 'of', 'and', 'in', 'on', 'to', 'for'].includes(word))
  const slug = words.slice(0, most).join('-')
  return /^[a-z]/.test(slug) ? slug : `x-${slug || 'new'}`
}

/** The name, with a number behind it where it is taken. */
export function unused(name: string, taken: Iterable<string>): string {
  const all = new Set(taken)
  if (!all.has(name)) return name
  for (let n = 2; ; n++) if (!all.has(`${name}-${n}`)) return `${name}-${n}`
}

/** A copy that nothing watches. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** A copy without what is empty: such keys are left out of files. */
export function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, each]) => each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0),
    ),
  ) as T
}

/** A fact with its keys in the order of the guide, and without what is empty. */
export function tidyFact(fact: Fact): Fact {
  const {
    id,
    statement,
    short,
    saidBy,
    via,
    status,
    when,
    quantities,
    actors: whom,
    places,
    tags,
    evidence,
    telling,
    ...rest
  } = fact
  return withoutEmpty({
    id,
    statement: statement.trim().replaceAll(/\s+/g, ' '),
    short: short.trim(),
    saidBy,
    via,
    status,
    when: when && (when.from || when.to) ? withoutEmpty(when) : undefined,
    quantities: quantities?.map((quantity) => withoutEmpty(quantity)),
    actors: whom,
    places,
    tags,
    evidence,
    telling: telling?.trim().replaceAll(/\s+/g, ' '),
    ...rest,
  }) as Fact
}
