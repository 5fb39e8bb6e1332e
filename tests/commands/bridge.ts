import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/**
 * The unit of the authoring guide as a folder that a test may spoil: `unit/` and `articles/` below `folder`.
 * Gone after the test.
 */
export async function bridgeCopy(): Promise<{
  folder: string
  edit(file: string, change: (text: string) => string): Promise<void>
  write(file: string, text: string): Promise<void>
}> {
  const folder = await emptyFolder()
  await cp(join(fixtures, 'bridge-unit'), join(folder, 'unit'), { recursive: true })
  await cp(join(fixtures, 'articles'), join(folder, 'articles'), { recursive: true })
  return {
    folder,
    async edit(file, change) {
      const text = await readFile(join(folder, file), 'utf8')
      const changed = change(text)
      if (changed === text) throw new Error(`${file} is as it was`)
      await writeFile(join(folder, file), changed)
    },
    write: (file, text) => writeFile(join(folder, file), text),
  }
}

/** A new folder below the system's temporary one, gone after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Every file below a folder with the beginning of its digest, so that two states can be compared. */
export async function manifest(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(
      files.toSorted().map(async (file) => {
        const digest = createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
        return [relative(folder, file), digest.slice(0, 16)] as const
      }),
    ),
  )
}
