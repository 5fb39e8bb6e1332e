import { join } from 'node:path'
import type { FilesOf } from '../../scripts/source/edit-session.ts'

/** The files of a folder, JSON all of them, with a list of facts in each new one. */
export const filesIn = (root: string): FilesOf => ({
  pathOf: (file) => join(root, file),
  isText: () => false,
  beginning: () => ({ facts: [] }),
})
