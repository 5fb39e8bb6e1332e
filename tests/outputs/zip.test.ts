// Archives, which we write ourselves, beside those that fflate writes.

import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zip, type ArchiveFile } from '../../scripts/render/zip.ts'

const long = 'The bridge cost more than 40 million crowns. '.repeat(400)
const files: ArchiveFile[] = [
  ['mimetype', 'application/epub+zip'],
  ['папка/сторінка.html', long],
  ['again.html', long],
  // One checksum, other bytes (CRC-32 is no digest).
  ['plumless', 'plumless'],
  ['buckeroo', 'buckeroo'],
  ['empty', ''],
  ['bytes.bin', new Uint8Array([0, 255, 0, 255])],
]

test('an archive has the bytes that fflate writes, whether or not a file was compressed before', () => {
  const beside = zipSync(
    Object.fromEntries(
      files.map(([path, data]) => [
        path,
        [
          typeof data === 'string' ? strToU8(data) : data,
          { mtime: new Date(1980, 0, 1), level: path === 'mimetype' ? 0 : 6 },
        ],
      ]),
    ),
  )
  for (const _ of [1, 2]) expect(Buffer.from(zip(files, ['mimetype'])).equals(beside)).toBe(true)
})

test('of two files with one path the second is in it', () => {
  expect(
    Object.entries(
      unzipSync(
        zip([
          ['a', 'one'],
          ['b', 'other'],
          ['a', 'two'],
        ]),
      ),
    ),
  ).toEqual([
    ['a', strToU8('two')],
    ['b', strToU8('other')],
  ])
})
