import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'

/**
 * The most files and folders of one folder that are looked at. Links to folders with links in them lead to any
 * number: twelve folders of four links each, to sixteen million.
 */
const mostEntries = 20_000

/**
 * All files below a folder of the content root, as `facts/oil/price.json`, sorted; what begins with a dot is
 * left to the editors and systems that put it there. Links within the root are followed. One that leads out
 * of it is refused unless `followLinks`: a unit is somebody else's folder, and must not show files of the
 * machine that builds it. A folder that is not there has no files. What cannot be listed, what is neither
 * file nor folder, and a folder that goes by the name of a content file, is a diagnostic; so is more than anybody
 * has.
 */
export async function listFiles(
  root: string,
  name: string,
  { followLinks = false }: { followLinks?: boolean } = {},
): Promise<Checked<string[]>> {
  const files: string[] = []
  const diagnostics: Diagnostic[] = []
  const refuse = (file: string, unexpected: string, expected: string, rule = 'source/readable'): void =>
    void diagnostics.push(
      error({ file, line: 1, column: 1 }, rule, `Unexpected ${unexpected}, expected ${expected}`),
    )
  const realRoot = await realpath(root).catch(() => root)
  const leadsOut = async (path: string): Promise<boolean> => {
    const target = await realpath(join(root, path))
    return target !== realRoot && !target.startsWith(realRoot + sep)
  }
  let entries = 0
  /**
   * `above` are the real paths of the folders on the way, so that a link to one of them does not lead round
   * for ever.
   */
  const walk = async (folder: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(join(root, folder))
    if (above.includes(real)) return
    const found = await readdir(join(root, folder), { withFileTypes: true })
    // Files first: what too many links lead to is not to hide what lies beside them.
    for (const entry of [
      ...found.filter((each) => each.isFile()),
      ...found.filter((each) => !each.isFile()),
    ]) {
      if (entry.name.startsWith('.')) continue
      if (++entries > mostEntries) return
      const path = `${folder}/${entry.name}`
      const kind = entry.isSymbolicLink() ? await stat(join(root, path)).catch(() => undefined) : entry
      if (!kind) refuse(path, 'link that leads nowhere', 'one to a file or folder')
      else if (!followLinks && entry.isSymbolicLink() && (await leadsOut(path))) refuse(path, ...outside)
      else if (kind.isFile()) files.push(path)
      else if (kind.isDirectory() && path.endsWith('.json')) refuse(path, 'folder', 'a file of this name')
      else if (kind.isDirectory()) await walk(path, [...above, real])
      else refuse(path, 'device, pipe or socket', 'a file or folder')
    }
  }
  try {
    if (!followLinks && (await leadsOut(name))) refuse(name, ...outside)
    else await walk(name, [])
    if (entries > mostEntries) refuse(name, ...tooMany)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOTDIR') refuse(name, 'file', 'a folder of this name')
    else if (code !== 'ENOENT') refuse(name, `folder that cannot be listed (${code})`, 'one that can be read')
  }
  return { value: files.toSorted((a, b) => (a < b ? -1 : 1)), diagnostics }
}

const tooMany = [
  `more than ${mostEntries.toLocaleString('en')} files and folders`,
  'as many as a unit needs; look for links to folders that hold links themselves, and split what is left into units',
  'source/size',
] as const

const outside = [
  'link that leads out of the unit',
  'a file or folder of the unit itself; copy it there, or add --follow-links if you made the link yourself',
  'source/outside-unit',
] as const
