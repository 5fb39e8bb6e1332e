// From what was made to the links that pages of several outputs show.

import { audiences, type Audience, type FileKind, type FileLink, type Made } from './output.ts'
import type { LinkText, LinkWords } from './link-words.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { fill } from '../../contract/messages/wording.ts'

/** A link as a card shows it: what it is called, what it is for. */
export interface Link {
  href: string
  label: string
  purpose: string
  download: boolean
  /** Instead of `href`, where there are several files of a kind: the versions of a worksheet. */
  versions: { href: string; label: string }[]
}

/** Links that are for the same people, under a heading that says for whom. */
export interface LinkGroup {
  audience: Audience
  heading: string
  links: Link[]
}

/** What was made, to be asked for. */
export interface MadeFiles {
  /**
   * The links to the files of a deck, a bank or the unit, worded in a language. The main way to what it is
   * comes first, with all that is for the same people; then the other groups.
   */
  links(scope: Made['of']['scope'], id: string | undefined, language: string): LinkGroup[]
  /** A relative URL of the first page that shows the slides of a deck or the questions of a bank. */
  showing(what: NonNullable<FileKind['shows']>, id: string): string | undefined
}

/** Sorts what was made by what it belongs to. */
export function madeFiles(made: readonly Made[]): MadeFiles {
  const found = new Map<string, Made[]>()
  for (const file of made) {
    const key = keyOf(file.of)
    const files = found.get(key) ?? []
    files.push(file)
    found.set(key, files)
  }
  return {
    links: (scope, id, language) => groups(found.get(`${scope} ${id ?? ''}`) ?? [], language),
    showing(what, id) {
      const files = found.get(`${what === 'slides' ? 'deck' : 'bank'} ${id}`) ?? []
      const page = files.find(({ kind }) => kind.shows === what)
      return page && encodePath(page.path)
    },
  }
}

function keyOf(of: Made['of']): string {
  return of.scope === 'unit' ? 'unit ' : `${of.scope} ${of.id}`
}

function groups(files: readonly Made[], language: string): LinkGroup[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))]
  const all = kinds.flatMap((kind) => {
    const ofKind = files.filter((file) => file.kind === kind)
    return kind.links.map((link) => ({ for: link.for, link: linkTo(ofKind, link, language) }))
  })
  const [main] = all
  const headings = messagesFor(language).site.audiences
  return audiences
    .toSorted((one, other) => Number(other === main?.for) - Number(one === main?.for))
    .map((audience: Audience) => ({
      audience,
      heading: headings[audience],
      links: all.filter((each) => each.for === audience).map(({ link }) => link),
    }))
    .filter(({ links }) => links.length > 0)
}

function linkTo(files: readonly Made[], link: FileLink, language: string): Link {
  const { label, purpose, version: versionLabel = '{version}' } = textIn(link.words, language)
  const hrefs = files.map(({ path }) => `${encodePath(path)}${link.fragment ?? ''}`)
  const single = files.length === 1
  return {
    href: single ? hrefs[0]! : '',
    label,
    purpose,
    download: link.download === true,
    versions: single
      ? []
      : files.map(({ path, version = path }, n) => ({
          href: hrefs[n]!,
          label: fill(versionLabel, { version }),
        })),
  }
}

function textIn(words: LinkWords, language: string): LinkText {
  return typeof words === 'string'
    ? messagesFor(language).site.files[words]
    : (words[language] ?? words[language.split('-')[0]!] ?? words.en)
}

/** A path as a relative URL. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
