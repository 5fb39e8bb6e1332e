// A unit with two quizzes of every type of question, built.

import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { call } from '../commands/call.ts'
import { writeEveryType } from '../question-types/every-type.ts'

/** Builds outputs of it into `made/` of a new folder, and gives that folder. */
export async function buildLearnUnit(outputs: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-learn-'))
  const unit = join(folder, 'unit')
  await writeEveryType(unit)
  // A second quiz, of the same questions under other names.
  const text = await readFile(join(unit, 'questions/cost.json'), 'utf8')
  await writeFile(
    join(unit, 'questions/again.json'),
    text.replaceAll('"of-', '"again-').replace('What did the bridge cost?', 'Once more'),
  )
  const built = await call(['build', '--only', outputs, '--content', 'unit', '--out', 'made'], folder)
  expect(built).toMatchObject({ code: 0 })
  return folder
}
