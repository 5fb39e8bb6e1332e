// Hand-written slides with Vue in them are compiled when the deck is made: no bundler, and no compiler in the
// page.

import type { CompilerError } from '@vue/compiler-dom'
import { shortDigest } from '../../source/digest.ts'

/** What Slidev lets every slide use; the shell's bodies return it from `setup`. */
const slideContext = [
  '$slidev',
  '$nav',
  '$clicksContext',
  '$clicks',
  '$page',
  '$route',
  '$renderContext',
  '$frontmatter',
  '$scale',
  '$zoom',
]

/** Whether rendered Markdown holds what only Vue understands: `{{ }}`, components, directives. */
export function holdsVue(html: string): boolean {
  return /\{\{|<[A-Z]|<v-|<[a-z][^>]*\s(?:v-|[:@#])[a-z]/.test(html.replaceAll(/<code>.*?<\/code>/gs, ''))
}

/** What Vue cannot compile, at an offset of the `source` that it was given. */
interface BodyProblem {
  message: string
  source: string
  offset: number
}

/**
 * A body as JavaScript: a function of Vue that returns a render function, of no use where there are problems.
 */
export type CompileBody = (html: string) => { key: string; code: string; problems: BodyProblem[] }

/** Loads Vue's compiler, which most decks have no use for. */
export async function openBodyCompiler(): Promise<CompileBody> {
  const { BindingTypes, compile } = await import('@vue/compiler-dom')
  const bindingMetadata = Object.fromEntries(slideContext.map((name) => [name, BindingTypes.SETUP_MAYBE_REF]))
  return (html) => {
    const problems: CompilerError[] = []
    const source = html.replaceAll('<code>', '<code v-pre>')
    const { code } = compile(source, {
      mode: 'function',
      prefixIdentifiers: true,
      bindingMetadata,
      hoistStatic: false,
      cacheHandlers: false,
      onError: (problem) => problems.push(problem),
    })
    const key = shortDigest(code)
    return {
      key,
      code: `function(Vue){${code}}`,
      problems: problems.map(({ message, loc }) => ({ message, source, offset: loc?.start.offset ?? 0 })),
    }
  }
}

/**
 * Styles for the utility classes in these texts; empty, and without loading anything, where there are none.
 */
export async function utilityStyles(bodies: readonly string[]): Promise<string> {
  const marked = bodies.filter((body) => /<[A-Za-z][^>]*\s/.test(body))
  if (marked.length === 0) return ''
  const [{ createGenerator }, { presetAttributify }, { presetWind3 }] = await Promise.all([
    import('@unocss/core'),
    import('@unocss/preset-attributify'),
    import('@unocss/preset-wind3'),
  ])
  const generator = await createGenerator({ presets: [presetWind3(), presetAttributify()] })
  const { css } = await generator.generate(marked.join('\n'), { preflights: false })
  return css
}
