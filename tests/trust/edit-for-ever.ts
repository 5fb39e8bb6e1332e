// For a test that kills it: edits a file again and again, always to one of two texts.

import { editFile } from '../../scripts/source/edit-file.ts'

const [path = ''] = process.argv.slice(2)
for (;;) {
  await editFile(path, (text) => (text[0] === 'a' ? 'b' : 'a').repeat(200_000))
  process.stdout.write('.')
}
