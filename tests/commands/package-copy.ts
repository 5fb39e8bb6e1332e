import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { emptyFolder } from './bridge.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** How a run of the program ended. */
export interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** A package that a test may change, in a folder whose name holds a blank. Gone after the test. */
export async function packageCopy(): Promise<{
  folder: string
  /** Replaces what must be there. */
  edit(file: string, from: string | RegExp, to: string): Promise<void>
  write(file: string, text: string): Promise<void>
  /** Runs the program; what it keeps between runs is that of all tests, unless a folder is named. */
  run(argv: readonly string[], cwd: string, cache?: string): Promise<Ran>
}> {
  const folder = join(await emptyFolder(), 'fact deck')
  for (const name of ['bin', 'contract', 'program', 'question-types', 'scripts', 'templates', 'package.json'])
    await cp(join(root, name), join(folder, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const shared = process.env['FACTDECK_CACHE'] ?? join(root, '.cache')
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return {
    folder,
    write,
    async edit(file, from, to) {
      const text = await readFile(join(folder, file), 'utf8')
      expect(text).toMatch(from)
      await write(file, text.replace(from, to))
    },
    run: (argv, cwd, cache = shared) =>
      promisify(execFile)(process.execPath, [join(folder, 'bin/factdeck.mjs'), ...argv], {
        cwd,
        env: { ...process.env, FACTDECK_CACHE: cache },
      }).then(
        (done) => ({ code: 0, ...done }),
        (thrown: Ran) => thrown,
      ),
  }
}
