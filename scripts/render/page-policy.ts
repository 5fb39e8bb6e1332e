// What a page may load and run, as its Content-Security-Policy says. Decks, quiz pages and the site state it
// in themselves, so that it holds wherever the file lies.

import { createHash } from 'node:crypto'

/** What a page is made of. Nothing else runs in it, nothing is loaded from elsewhere, and no form is sent. */
export interface PageParts {
  /** Hashes of the scripts that stand in the page, as `hashOf` gives them. */
  scripts: readonly string[]
  /** Hashes of its style sheets; absent: any style in the page, where scripts write some. */
  styles?: readonly string[]
  /** Whether scripts, styles, pictures and fonts lie beside the page. */
  beside?: boolean
  /** Whether the page has fonts in it. */
  fonts?: boolean
  /** Whether the page has fonts in it, and pictures that scripts draw. */
  rich?: boolean
  /** Whether it can be installed: a manifest and a service worker lie beside it. */
  installs?: boolean
  /**
   * Whether its scripts load others from beside it. Not by `'self'`, which for a page from a disk is nothing in
   * Firefox: what a script with one of the hashes loads is trusted as that script is, and nothing that stands in
   * the page.
   */
  loadsScripts?: boolean
}

/**
 * The policy for the `content` of a `<meta http-equiv="Content-Security-Policy">` (CSP Level 3, hash
 * sources).
 */
export function pagePolicy(parts: PageParts): string {
  const {
    scripts,
    styles,
    beside = false,
    rich = false,
    fonts = rich,
    installs = false,
    loadsScripts = false,
  } = parts
  const own = beside ? [`'self'`] : []
  const directives: [string, readonly string[]][] = [
    ['default-src', own],
    ['script-src', [...own, ...quoted(scripts), ...(loadsScripts ? [`'strict-dynamic'`] : [])]],
    ['style-src', [...own, ...(styles ? quoted(styles) : [`'unsafe-inline'`])]],
    ['img-src', [...own, 'data:', ...(rich ? ['blob:'] : [])]],
    ...(fonts ? ([['font-src', [...own, 'data:']]] satisfies [string, string[]][]) : []),
    ...(beside ? ([['object-src', []]] satisfies [string, string[]][]) : []),
    ...(installs
      ? ([
          ['manifest-src', [`'self'`]],
          ['worker-src', [`'self'`]],
        ] satisfies [string, string[]][])
      : []),
    ['base-uri', []],
    ['form-action', []],
  ]
  return directives
    .map(([name, sources]) => `${name} ${sources.length > 0 ? sources.join(' ') : `'none'`}`)
    .join('; ')
}

/**
 * The hash of a script or a style sheet as a policy names it: of the text between its tags, to the last byte.
 */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function quoted(hashes: readonly string[]): string[] {
  return hashes.map((hash) => `'${hash}'`)
}
