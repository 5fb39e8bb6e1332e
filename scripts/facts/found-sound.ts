// Most of a unit is as it was when it was last looked at, and sound. What was found so need not be looked at again
// as long as all that it rests on is the same: itself, the facts that were looked up meanwhile, and what of the fact
// base every look may use.

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { sha256 } from '../source/digest.ts'
import { nameIndexOf } from './evidence/name-index.ts'
import type { FactBase } from './fact-base.ts'
import type { Fact } from './fact-schema.ts'
import { HeardMap } from './heard-map.ts'
import type { FactId } from './ids.ts'

/**
 * What `look` finds; nothing, without a look, where it found nothing in the same before. `of` is all that it looks at
 * beside the fact base; what it looks up there it has to look up anew each time.
 */
export type LookAt = (of: string, look: () => Diagnostic[]) => Diagnostic[]

/** Looks at everything. */
export const lookAtAll: LookAt = (_, look) => look()

/** What was found sound: by a digest of it, the digest of the facts that were looked up, and their ids. */
export type Sound = Record<string, readonly [digest: string, ...facts: string[]]>

/** In place of ids: all facts there are. */
const all = '*'

/**
 * Looks at what is not known as sound.
 * @param before what was found sound before
 * @param now where it is noted what is sound: what was so before and still is, and what is found so
 */
export function lookBeside(before: Sound, now: Sound, base: FactBase): LookAt {
  const { facts } = base
  if (!(facts instanceof HeardMap)) return lookAtAll
  // Made before anybody listens: it is there for all of them.
  const { places } = nameIndexOf(base)
  const frame = sha256(
    JSON.stringify([
      base.unit,
      [...base.sources.values()].map(({ value }) => value),
      [...base.actors.values()].map(({ value }) => value),
      [...base.background.values()].map(({ value }) => value),
      base.topics.map(({ value }) => value),
      [...places].toSorted(),
    ]),
  )
  const digests = new Map<FactId, string>()
  const digestOf = (id: FactId): string => {
    const known = digests.get(id) ?? digestOfFact(facts.get(id)?.value)
    digests.set(id, known)
    return known
  }
  let whole: string | undefined
  const digestOfAll = (ids: readonly string[]): string =>
    ids[0] === all
      ? (whole ??= short([...facts.keys()].map((id) => `${id} ${digestOf(id)}`).join('\n')))
      : short(ids.map((id) => digestOf(id as FactId)).join('\n'))
  return (of, look) => {
    const key = short(`${frame}\n${of}`)
    const known = before[key]
    if (known) {
      const [digest, ...ids] = known
      if (digest === digestOfAll(ids)) {
        now[key] = known
        return []
      }
    }
    const asked = new Set<FactId>()
    let askedAll = false
    const found = facts.hear(
      { asked: (id: FactId) => void asked.add(id), askedAll: () => void (askedAll = true) },
      look,
    )
    if (found.length === 0) {
      const ids = askedAll ? [all] : [...asked]
      now[key] = [digestOfAll(ids), ...ids]
    }
    return found
  }
}

function digestOfFact(fact: Fact | undefined): string {
  return fact === undefined ? '' : short(JSON.stringify(fact))
}

/** Half of a digest is enough to tell what is not meant to look alike. */
function short(text: string): string {
  return sha256(text).slice(0, 32)
}
