import type { SlideContent } from '../material.ts'

/**
 * A name for a slide after what it shows, so that it keeps its name when slides before it come or go; not yet
 * unique.
 */
export function slideName(content: SlideContent): string {
  if (content.kind === 'handwritten')
    return content.file
      .replace(/\.md$/, '')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .toLowerCase()
  switch (content.layout) {
    case 'section':
      return `section-${content.props.number}`
    case 'cover':
    case 'agenda':
    case 'marks':
    case 'discussion':
    case 'primer':
    case 'answer':
    case 'verdict':
    case 'guide':
    case 'story':
    case 'recap':
    case 'sources':
      return content.layout
    default:
      return content.questions[0] ?? content.facts[0] ?? content.layout
  }
}
