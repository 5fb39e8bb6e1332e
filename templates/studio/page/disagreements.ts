import type { FactDraft } from './fact-draft.ts'

export function disagreed({ fact }: FactDraft, id: string): boolean {
  return fact.disagreesWith.some((each) => each.fact === id)
}

/** Takes a fact as one that disagrees, or leaves it again. */
export function toggleDisagreement(draft: FactDraft, id: string, about: string): void {
  const { fact } = draft
  fact.disagreesWith = disagreed(draft, id)
    ? fact.disagreesWith.filter((each) => each.fact !== id)
    : [...fact.disagreesWith, { fact: id, about, reading: '' }]
}
