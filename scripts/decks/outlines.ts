import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FactBase } from '../facts/fact-base.ts'
import { Place, type JsonDocument } from '../source/json-document.ts'
import { unfitForFile } from '../facts/ids.ts'
import { validate } from '../source/validate.ts'
import { outlineRules } from './checks/index.ts'
import type { LoadedOutline } from './loaded-outline.ts'
import { Outline } from './outline-schema.ts'

/**
 * Reads the documents of `slides/` and holds them against the fact base, the questions (by id) and the texts
 * of hand-written slides (by their path within slides/). An outline that points nowhere is there all the
 * same, so that every check can run.
 */
export function loadOutlines(
  documents: readonly JsonDocument[],
  base: FactBase,
  questions: ReadonlyMap<string, unknown>,
  markdown: ReadonlyMap<string, string>,
): Checked<LoadedOutline[]> {
  const diagnostics: Diagnostic[] = []
  const outlines: LoadedOutline[] = []
  for (const document of documents) {
    const id = document.file.replace(/^slides\//, '').replace(/\.json$/, '')
    const place = new Place(document)
    const expected = unfitForFile(id)
    if (expected !== undefined) {
      diagnostics.push(
        error(
          place.location,
          'outline/file-name',
          `Unexpected outline file "${document.file}", expected ${expected} directly in slides/`,
          'the name of the file is the name of the deck',
        ),
      )
      continue
    }
    const checked = validate(Outline, document)
    diagnostics.push(...checked.diagnostics)
    if (checked.value) outlines.push({ id, value: checked.value, place })
  }
  const known = { base, questions, markdown }
  diagnostics.push(...outlines.flatMap((outline) => outlineRules.flatMap((rule) => rule(outline, known))))
  return { value: outlines, diagnostics }
}
