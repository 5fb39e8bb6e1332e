// The unit of the authoring guide with a question of every type in it, each on a slide too.

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kinds, typeOf } from '../../question-types/types.ts'

const fixture = fileURLToPath(new URL('../fixtures/bridge-unit', import.meta.url))

/** Writes it to `folder`. */
export async function writeEveryType(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(fixture, folder, { recursive: true })
  const edit = async (file: string, change: (json: Record<string, never>) => object): Promise<void> => {
    const path = join(folder, file)
    await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8'))), null, 2))
  }
  await edit('questions/cost.json', (bank) => ({
    ...bank,
    questions: kinds.map((kind) => ({
      id: `of-${kind}`,
      kind,
      facts: ['mayor-cost'],
      level: 'recall',
      objective: 'bounds',
      ...typeOf({ kind }).example,
    })),
  }))
  await edit('slides/bridge.json', (outline) => ({
    ...outline,
    minutes: 30,
    sections: [
      {
        title: 'Two figures',
        slides: [
          { facts: ['mayor-cost', 'union-cost'] },
          ...kinds.map((kind) => ({ question: `of-${kind}` })),
        ],
      },
    ],
  }))
}
