import { error, warning, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { FactBase } from '../facts/fact-base.ts'
import { Place, type JsonDocument } from '../source/json-document.ts'
import { validate } from '../source/validate.ts'
import { DraftFile } from './draft-schema.ts'

/** The drafts of a unit, by the file that they stand in. */
export type Drafts = ReadonlyMap<string, DraftFile>

/**
 * Reads the documents of `drafts/`. A draft is nothing yet: what is wrong with what it says is not looked at,
 * only whether the file can be worked with.
 */
export function loadDrafts(documents: readonly JsonDocument[], base: FactBase): Checked<Drafts> {
  const diagnostics: Diagnostic[] = []
  const drafts = new Map<string, DraftFile>()
  for (const document of documents) {
    const { value, diagnostics: found } = validate<DraftFile>(DraftFile, document)
    diagnostics.push(...found)
    if (!value) continue
    drafts.set(document.file, value)
    const root = new Place(document)
    const source = base.sources.get(value.source)?.value
    if (!source)
      diagnostics.push(
        error(
          root.in('source').location,
          'draft/known-source',
          `Unexpected source "${value.source}", expected an id of facts/sources.json${suggest(value.source, base.sources.keys())}`,
          'delete the file where its article is gone',
        ),
      )
    else if (source.sha256 !== value.sha256)
      diagnostics.push(
        warning(
          root.in('sha256').location,
          'draft/article-digest',
          `Unexpected drafts of another text of "${source.id}", expected drafts of the recorded one`,
          `keep what you need of them, delete ${document.file}, and run factdeck distil ${source.id} again`,
        ),
      )
    for (const [index, { fact }] of value.drafts.entries())
      if (base.facts.has(fact.id))
        diagnostics.push(
          warning(
            root.in('drafts', index, 'fact', 'id').location,
            'draft/accepted',
            `Unexpected draft named "${fact.id}", which is a fact already, expected one of the two`,
            'take the draft out: it was accepted; or give it another name',
          ),
        )
  }
  return { value: drafts, diagnostics }
}

/** "12 drafts wait in drafts/bridge.json. No output shows them." Empty where there are none. */
export function formatDrafts(drafts: Drafts): string[] {
  return [...drafts].flatMap(([file, { drafts: waiting, leftOut }]) => {
    if (waiting.length === 0) return []
    const written = waiting.filter(({ fact }) => fact.statement !== '').length
    const passages = leftOut.length === 0 ? '' : `, ${leftOut.length} left out on purpose`
    return [
      `${waiting.length} ${waiting.length === 1 ? 'draft waits' : 'drafts wait'} in ${file} (${written} with a statement${passages}). No output shows a draft.`,
    ]
  })
}
