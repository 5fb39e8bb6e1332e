import { createHash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of these parts, one after the other; of a text, its UTF-8 bytes. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/**
 * Its first twelve digits: enough to tell files apart by their names, or what is kept by what it was made
 * from.
 */
export function shortDigest(...parts: readonly (string | Uint8Array)[]): string {
  return sha256(...parts).slice(0, 12)
}
