import { z } from 'zod'

const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')

/** Names are branded, so that an actor's name cannot be passed where a fact's is meant. */
export const SourceId = slug.brand<'SourceId'>()
export const ActorId = slug.brand<'ActorId'>()
export const FactId = slug.brand<'FactId'>()
export const BackgroundId = slug.brand<'BackgroundId'>()
/** Any other name: quantities, tags, topics, objectives. */
export const Slug = slug

/** Windows keeps these for devices, whatever the ending: no file can be called so there. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * What is expected of a name that becomes the name of a file, such as a deck's; undefined where it is one.
 */
export function unfitForFile(name: string): string | undefined {
  if (!slug.safeParse(name).success) return 'lower-case words joined by hyphens'
  return reserved.test(name) ? 'a name that Windows does not keep for a device; add a word' : undefined
}

export type SourceId = z.output<typeof SourceId>
export type ActorId = z.output<typeof ActorId>
export type FactId = z.output<typeof FactId>
export type BackgroundId = z.output<typeof BackgroundId>

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits')

/**
 * Text of a length that a page can hold. That it stands on one line and can be shown at all is said for every
 * string by `source/text`.
 */
export const Line = z
  .string()
  .min(1, 'expected some text')
  .max(1000, 'expected at most 1000 characters')
  .refine((text) => text.trim() === text, 'expected no blanks at either end')

/** A calendar date of reduced precision after ISO 8601: `2024`, `2024-06` or `2024-06-18`. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD')
  .refine((date) => {
    // Asked of what the pattern refuses, too: "3 May 2024" is no time at all.
    const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined
    return day === undefined || (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(date))
  }, 'expected a day that exists')
export type PartialDate = z.output<typeof PartialDate>
