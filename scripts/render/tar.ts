// TAR archives (POSIX.1-1988, ustar), gzipped; the same bytes for the same files.

import { gzipSync, strToU8 } from 'fflate'

const block = 512

/** Paths have at most 100 bytes; longer ones throw. */
export function tarGz(files: readonly (readonly [path: string, text: string])[]): Uint8Array {
  const parts = files.flatMap(([path, text]) => {
    const data = strToU8(text)
    const padded = new Uint8Array(Math.ceil(data.length / block) * block)
    padded.set(data)
    return [header(path, data.length), padded]
  })
  const archive = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 2 * block))
  let at = 0
  for (const part of parts) {
    archive.set(part, at)
    at += part.length
  }
  return gzipSync(archive, { mtime: 0, level: 6 })
}

function header(path: string, size: number): Uint8Array {
  const name = strToU8(path)
  if (name.length > 100) throw new RangeError(`expected a path of at most 100 bytes, got ${path}`)
  const made = new Uint8Array(block)
  const write = (text: string, at: number): void => made.set(strToU8(text), at)
  made.set(name)
  write('0000644\0', 100)
  write('0000000\0', 108)
  write('0000000\0', 116)
  write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  write('00000000000\0', 136)
  write('        ', 148)
  write('0', 156)
  write('ustar\u000000', 257)
  const sum = made.reduce((total, byte) => total + byte, 0)
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return made
}
