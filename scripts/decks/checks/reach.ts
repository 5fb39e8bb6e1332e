// What a hand-written slide reaches for beyond its own words: files, other sites, and code of its own. A unit
// is somebody else's folder, and a finished deck stands alone. The compiler of slides refuses files once
// more, however they are written; here they are named without compiling anything, all at once.

import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { withoutCode } from '../handwritten-code.ts'

interface Reach {
  /** Prose may hold any of these words: only this part of a slide is looked at. */
  part: keyof typeof parts
  pattern: RegExp
  /** Given what the group `to` matched, where there is one. */
  judge(to: string): Pick<Diagnostic, 'severity' | 'rule' | 'message'> | undefined
}

const parts = {
  markup: /[^]+/g,
  script: /<script\b[^>]*>[^]*?(?:<\/script>|$)/gi,
  style: /<style\b[^>]*>[^]*?(?:<\/style>|$)|\sstyle\s*=\s*(?:"[^"]*"|'[^']*')/gi,
}

const remote = /^(?:https?:)?\/\//i
const harmless = /^(?:data:|#|$)/i

/**
 * What may be named is a package: `vue`, `@vueuse/core`, `katex/dist/katex.css`, and Slidev's virtual
 * modules.
 */
const isFile = (to: string): boolean => /^(?:[./\\~]|file:|[a-z]:[\\/]|@\/)/i.test(to)

const file = (what: string, to: string) => ({
  severity: 'error' as const,
  rule: 'outline/outside-unit',
  message: `Unexpected file "${to}" in ${what} of a hand-written slide, expected a package that factdeck has; show pictures as ![](picture.png), files beside the slides are not taken along`,
})

const site = (what: string, to: string) => ({
  severity: 'warning' as const,
  rule: 'outline/other-site',
  message: `Unexpected ${what} "${to}" from another site, expected what a finished deck can show by itself: it asks no other host, and shows nothing there`,
})

const named =
  (what: string) =>
  (to: string): ReturnType<Reach['judge']> =>
    harmless.test(to) ? undefined : remote.test(to) ? site(what, to) : isFile(to) ? file(what, to) : undefined

const reaches: readonly Reach[] = [
  // In styles every address is a file's; a package's style sheet is imported.
  {
    part: 'style',
    pattern: /\burl\(\s*["']?(?<to>[^"')\s]+)/dgi,
    judge: (to) =>
      harmless.test(to) ? undefined : remote.test(to) ? site('style', to) : file('the style', to),
  },
  { part: 'style', pattern: /@import\s+["'](?<to>[^"'\n]+)["']/dgi, judge: named('style') },
  {
    part: 'script',
    pattern: /\b(?:import|export)\b(?!\s*[(.])[^'"\n;]*?(?:\bfrom\s*)?["'](?<to>[^"'\n]+)["']/dg,
    judge: named('import'),
  },
  { part: 'script', pattern: /\bimport\s*\(\s*["'`](?<to>[^"'`\n]+)/dg, judge: named('import') },
  {
    part: 'script',
    pattern: /\bimport\.meta\.glob\w*\s*\(\s*(?<to>[^)\n]*)/dg,
    judge: () => ({
      severity: 'error',
      rule: 'outline/outside-unit',
      message:
        'Unexpected import.meta.glob in a hand-written slide, expected the names of packages: a slide may not look into folders',
    }),
  },
  {
    part: 'script',
    pattern: /\bnew\s+URL\(\s*["'`](?<to>[^"'`\n]+)["'`]\s*,\s*import\.meta\.url/dg,
    judge: named('address'),
  },
  {
    part: 'script',
    pattern: /\bnew\s+(?<to>(?:Shared)?Worker)\b/dg,
    judge: (to) => ({
      severity: 'error',
      rule: 'outline/no-worker',
      message: `Unexpected ${to} in a hand-written slide, expected code that runs in the page itself: a deck that is one file has no second script`,
    }),
  },
  {
    part: 'markup',
    pattern: /<(?:style|script|template)\b[^>]*?\ssrc=["'](?<to>[^"']+)["']/dgi,
    judge: (to) => (remote.test(to) ? site('script or style', to) : file('the source', to)),
  },
  {
    part: 'markup',
    pattern:
      /<(?:iframe|video|audio|source|track|embed|object)\b[^>]*?\s(?:src|data)=["'](?<to>[^"']+)["']/dgi,
    judge: (to) => (remote.test(to) ? site('frame or media', to) : undefined),
  },
  {
    part: 'markup',
    pattern: /<link\b[^>]*?\shref=["'](?<to>[^"']+)["']/dgi,
    judge: (to) => (remote.test(to) ? site('link', to) : undefined),
  },
]

/**
 * Files of the machine are errors, other sites warnings: a deck's Content-Security-Policy stops those anyway.
 * `markdown` by path within slides/.
 */
export function reachChecks(markdown: ReadonlyMap<string, string>): Diagnostic[] {
  return [...markdown].flatMap(([name, text]) => {
    const shown = withoutCode(text)
    return reaches.flatMap(({ part, pattern, judge }) =>
      [...only(shown, parts[part]).matchAll(pattern)].flatMap((match): Diagnostic[] => {
        const judged = judge(match.groups?.['to'] ?? '')
        const at = placeIn(name, text, match.indices?.groups?.['to']?.[0] ?? match.index)
        const say = judged?.severity === 'error' ? error : warning
        return judged ? [say(at, judged.rule, judged.message)] : []
      }),
    )
  })
}

/** What runs in the reader's browser. */
const running: readonly [RegExp, string][] = [
  [/<script\b/i, '<script>'],
  [/\{\{/, 'expression in {{ }}'],
  [/<(?:[A-Z][\w.]*|[a-z]+-[\w-]+)[\s/>]/, 'component'],
  [/<[a-z][^>]*\s(?:v-[a-z]|[:@#][a-z])/i, 'directive of Vue'],
  [/<[a-z][^>]*\son[a-z]+\s*=/i, 'attribute that runs code'],
  [/\b(?:javascript|vbscript):/i, 'address that runs code'],
  [/<(?:iframe|object|embed)\b/i, 'frame'],
]

/**
 * For units that are built without having been read: hand-written slides may hold words and pictures, and
 * nothing that runs.
 */
export function nothingRuns(markdown: ReadonlyMap<string, string>): Diagnostic[] {
  return [...markdown].flatMap(([name, text]) => {
    const shown = withoutCode(text)
    return running.flatMap(([pattern, what]): Diagnostic[] => {
      const found = pattern.exec(shown)
      if (!found) return []
      const message = `Unexpected ${what} in a hand-written slide, expected words and pictures alone, since --data-only was given; read the unit, then build without it`
      return [error(placeIn(name, text, found.index), 'outline/data-only', message)]
    })
  })
}

const blank = (other: string): string => other.replaceAll(/[^\n]/g, ' ')

/** The parts of a text that match, with blanks in place of all others, so that places stay. */
function only(text: string, part: RegExp): string {
  let end = 0
  const kept = Array.from(text.matchAll(part), ({ 0: found, index }) => {
    const before = blank(text.slice(end, index))
    end = index + found.length
    return before + found
  })
  return kept.join('') + blank(text.slice(end))
}

function placeIn(name: string, text: string, at: number): Diagnostic['at'] {
  const before = text.slice(0, at).split(/\r\n?|\n/)
  return { file: `slides/${name}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
