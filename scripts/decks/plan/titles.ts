import { handwrittenTitles } from '../handwritten.ts'
import type { Draft, SlideContent } from './material.ts'

/**
 * Gives every slide a title of its own, by a count behind the second of a name: Slidev's presenter view and table of
 * contents know slides by their titles. Those of hand-written slides are the author's and stay.
 */
export function uniqueTitles(drafts: readonly Draft[]): Draft[] {
  const taken = new Set(
    drafts.flatMap(({ content }) =>
      content.kind === 'handwritten' ? handwrittenTitles(content.markdown, content.file) : [],
    ),
  )
  return drafts.map((draft) => {
    const { content } = draft
    if (content.kind === 'handwritten') return draft
    const title = freeName(content.props.title, taken, (name, count) => `${name} (${count})`)
    return { ...draft, content: retitled(content, title) }
  })
}

/** The name, or its first numbered form that is not taken; it is taken from now on. */
export function freeName(
  name: string,
  taken: Set<string>,
  numbered: (name: string, count: number) => string,
): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = numbered(name, count)
  taken.add(free)
  return free
}

function retitled<T extends Extract<SlideContent, { kind: 'layout' }>>(content: T, title: string): T {
  return { ...content, props: { ...content.props, title } }
}
