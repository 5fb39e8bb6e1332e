// ZIP archives, the same bytes for the same files: no clock, no system, the files in the given order.

import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** Text is written as UTF-8. */
export type ArchiveFile = readonly [path: string, data: string | Uint8Array]

/**
 * The beginning of time in ZIP, which knows no time zones: made of local parts, it is the same everywhere.
 */
const beginning = new Date(1980, 0, 1)

/** `stored` names files that must not be compressed, such as the `mimetype` of an EPUB. */
export function zip(files: readonly ArchiveFile[], stored: readonly string[] = []): Uint8Array {
  const entries: Zippable = {}
  for (const [path, data] of files)
    entries[path] = [
      typeof data === 'string' ? strToU8(data) : data,
      // An archive in the archive is as small as it gets.
      { mtime: beginning, level: stored.includes(path) || path.endsWith('.xlsx') ? 0 : 6 },
    ]
  return zipSync(entries)
}

/**
 * An archive that another library has made, with the files that `change` returns and as deterministic as
 * ours; a file for which it returns nothing is left out.
 */
export function rezip(
  archive: Uint8Array,
  change: (path: string, text: string) => string | undefined,
  rename: (path: string) => string = (path) => path,
): Uint8Array {
  const files = Object.entries(unzipSync(archive))
    .map(([path, data]) => [path, rename(path), data] as const)
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  return zip(
    files.flatMap(([path, name, data]): ArchiveFile[] => {
      if (path.endsWith('/')) return []
      // The data of a chart is an archive in the archive.
      if (path.endsWith('.xlsx')) return [[name, rezip(data, change)]]
      if (!/\.(?:xml|rels)$/.test(path)) return [[name, data]]
      const changed = change(path, strFromU8(data))
      return changed === undefined ? [] : [[name, changed]]
    }),
  )
}

/** The paths of an archive. */
export function pathsIn(archive: Uint8Array): string[] {
  const paths: string[] = []
  unzipSync(archive, { filter: ({ name }) => paths.push(name) < 0 })
  return paths
}
