// Options that several commands have. What only one has stands in its own file.

import type { Options } from '../diagnostics/options.ts'

/** Of every command for a unit. That the folder `content` is there is said before the command begins. */
export const unitOptions = {
  content: {
    kind: 'text',
    placeholder: 'DIR',
    does: 'the folder that holds facts/, questions/ and slides/',
    default: '.',
  },
  followLinks: { kind: 'flag', does: 'follow links in that folder that lead out of it' },
  dataOnly: { kind: 'flag', does: 'refuse hand-written slides with anything that runs' },
  out: { kind: 'text', placeholder: 'DIR', does: 'where everything is made', default: 'dist' },
} satisfies Options

/** Of commands that can look into the article texts. */
export const articlesOption = {
  articles: {
    kind: 'text',
    placeholder: 'DIR',
    does: 'prove the evidence against the article texts',
    default: undefined,
  },
} satisfies Options

/** Of commands that can do nothing without them; `neededArticles` says so. */
export const neededArticlesOption = {
  articles: { ...articlesOption.articles, does: 'where the article texts are' },
} satisfies Options

/** Of commands that serve pages. Port 0 takes a free one. */
export const portOption = {
  port: {
    kind: 'whole',
    placeholder: 'N',
    from: 0,
    to: 65_535,
    does: 'port to listen on',
    default: 3030,
  },
} satisfies Options
