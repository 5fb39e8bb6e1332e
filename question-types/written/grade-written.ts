import { foldAnswer, likenessOf, type Likeness } from './fold-answer.ts'
import type { Gap, Written } from './written-view.ts'

export interface GradedGap {
  share: number
  likeness: Likeness
  /** The accepted wording that it comes nearest to. */
  wording: string
  /** Why this wrong answer is wrong; empty where nobody foresaw it. */
  because: string
}

/** What was written into a gap. A foreseen mistake is one, however near it comes to what is right. */
export function gradeGap(gap: Gap, written: string): GradedGap {
  const found = likenessOf(written, gap.accepted)
  const mistake = gap.mistakes.find(({ texts }) =>
    texts.some((text) => foldAnswer(text) === foldAnswer(written)),
  )
  if (mistake && found.likeness !== 'same' && found.likeness !== 'variant')
    return { share: 0, likeness: 'other', wording: found.wording, because: mistake.because }
  return { share: { same: 1, variant: 1, misspelt: 0.5, other: 0 }[found.likeness], ...found, because: '' }
}

/** How much of an answer is right: every gap counts the same. */
export function gradeWritten({ gaps }: Written, answer: readonly string[]): number {
  return gaps.reduce((sum, gap, at) => sum + gradeGap(gap, answer[at] ?? '').share, 0) / gaps.length
}
