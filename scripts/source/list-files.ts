import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'

/**
 * All files below a folder of the content root, as `facts/oil/price.json`, sorted; links are followed, what begins with a dot is left
 * to the editors and systems that put it there. A folder that is not there has no files. What cannot be listed, and a folder that goes
 * by the name of a content file, is a diagnostic.
 */
export async function listFiles(root: string, name: string): Promise<Checked<string[]>> {
  const files: string[] = []
  const diagnostics: Diagnostic[] = []
  const refuse = (file: string, unexpected: string, expected: string): void =>
    void diagnostics.push(
      error(
        { file, line: 1, column: 1 },
        'source/readable',
        `Unexpected ${unexpected}, expected ${expected}`,
      ),
    )
  /** `above` are the real paths of the folders on the way, so that a link to one of them does not lead round for ever. */
  const walk = async (folder: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(join(root, folder))
    if (above.includes(real)) return
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = `${folder}/${entry.name}`
      const kind = entry.isSymbolicLink() ? await stat(join(root, path)).catch(() => undefined) : entry
      if (!kind) refuse(path, 'link that leads nowhere', 'one to a file or folder')
      else if (kind.isFile()) files.push(path)
      else if (kind.isDirectory() && path.endsWith('.json')) refuse(path, 'folder', 'a file of this name')
      else if (kind.isDirectory()) await walk(path, [...above, real])
    }
  }
  try {
    await walk(name, [])
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOTDIR') refuse(name, 'file', 'a folder of this name')
    else if (code !== 'ENOENT') refuse(name, `folder that cannot be listed (${code})`, 'one that can be read')
  }
  return { value: files.toSorted((a, b) => (a < b ? -1 : 1)), diagnostics }
}
