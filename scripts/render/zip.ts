// ZIP archives, the same bytes for the same files: no clock, no system, the files in the given order.

import { crc32 } from 'node:zlib'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { deflated } from './deflated.ts'

/** Text is written as UTF-8. */
export type ArchiveFile = readonly [path: string, data: string | Uint8Array]

/** The first of January 1980, with which time begins in ZIP. */
const beginning = 0x21

/**
 * `stored` names files that must not be compressed, such as the `mimetype` of an EPUB. Of two files with one
 * path the second is taken. Written by hand (PKWARE, "APPNOTE.TXT"), because fflate takes no file that is
 * compressed already.
 */
export function zip(files: readonly ArchiveFile[], stored: readonly string[] = []): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  const eachOnce = new Map(files)
  let offset = 0
  for (const [path, text] of eachOnce) {
    const data = typeof text === 'string' ? strToU8(text) : text
    // An archive in the archive is as small as it gets.
    const plain = stored.includes(path) || path.endsWith('.xlsx')
    const packed = plain ? { crc: crc32(data), deflated: data } : deflated(data)
    const name = strToU8(path)
    const described = [
      [2, 20],
      // Names are in UTF-8, which is said where it makes a difference.
      [2, name.length === path.length ? 0 : 0x800],
      [2, plain ? 0 : 8],
      [2, 0],
      [2, beginning],
      [4, packed.crc],
      [4, packed.deflated.length],
      [4, data.length],
      [2, name.length],
      [2, 0],
    ] as const
    parts.push(record([4, 0x04034b50], ...described), name, packed.deflated)
    directory.push(
      record([4, 0x02014b50], [2, 20], ...described, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    )
    offset += 30 + name.length + packed.deflated.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = eachOnce.size
  const end = record([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

/** Numbers of two or four bytes, the least first. */
function record(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const made = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = made.writeUIntLE(value, at, bytes)
  return made
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
