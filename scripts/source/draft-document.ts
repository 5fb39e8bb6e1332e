// What is judged before it is written: a value without a text, whose places are paths.

import type { Location } from '../diagnostics/diagnostic.ts'
import { JsonDocument, type PathSegment } from './json-document.ts'

/** A place in a draft. */
type DraftLocation = Location & { path: readonly PathSegment[] }

/** A draft as a document: a place in it is the path of the value, since it has no lines yet. */
export class DraftDocument extends JsonDocument {
  constructor(draft: unknown, file = 'draft') {
    super(file, '', draft)
  }

  override location(path: readonly PathSegment[]): DraftLocation {
    return { file: this.file, line: 1, column: 1, path }
  }
}

export function isInDraft(at: Location): at is DraftLocation {
  return 'path' in at
}
