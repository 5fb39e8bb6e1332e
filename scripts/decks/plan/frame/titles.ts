import { handwrittenTitles } from '../../handwritten.ts'
import type { Draft, SlideContent } from '../material.ts'

/**
 * Gives every slide a title of its own: Slidev's presenter view and table of contents know slides by their
 * titles, and a class should see that one goes on. Where several are called the same, `numbered` words each
 * with its count; cover and sections keep their names, and those of hand-written slides are the author's and
 * stay.
 */
export function uniqueTitles(
  drafts: readonly Draft[],
  numbered: (title: string, n: number, of: number) => string,
): Draft[] {
  const taken = new Set(
    drafts.flatMap(({ content }) =>
      content.kind === 'handwritten' ? handwrittenTitles(content.markdown, content.file) : [],
    ),
  )
  const wished = drafts.map(({ content }) => titleOf(content))
  return drafts.map((draft, index) => {
    const { content } = draft
    if (content.kind === 'handwritten') return draft
    const same = wished.filter((title) => title !== undefined && title === wished[index]).length
    const nth = wished.slice(0, index + 1).filter((title) => title === wished[index]).length
    const name = same > 1 ? numbered(content.props.title, nth, same) : content.props.title
    const title = freeName(name, taken, (given, count) => `${given} (${count})`)
    return { ...draft, content: retitled(content, title) }
  })
}

/** The title of a slide that may be counted among others of its name. */
function titleOf(content: SlideContent): string | undefined {
  return content.kind === 'handwritten' || content.layout === 'cover' || content.layout === 'section'
    ? undefined
    : content.props.title
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
