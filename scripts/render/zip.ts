// ZIP archives, the same bytes for the same files: no clock, no system, the files in the given order.

import { strToU8, zipSync, type Zippable } from 'fflate'

/** Text is written as UTF-8. */
export type ArchiveFile = readonly [path: string, data: string | Uint8Array]

/** The beginning of time in ZIP, which knows no time zones: made of local parts, it is the same everywhere. */
const beginning = new Date(1980, 0, 1)

/** `stored` names files that must not be compressed, such as the `mimetype` of an EPUB. */
export function zip(files: readonly ArchiveFile[], stored: readonly string[] = []): Uint8Array {
  const entries: Zippable = {}
  for (const [path, data] of files)
    entries[path] = [
      typeof data === 'string' ? strToU8(data) : data,
      { mtime: beginning, level: stored.includes(path) ? 0 : 6 },
    ]
  return zipSync(entries)
}
