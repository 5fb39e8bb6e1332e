import type en from '../../contract/messages/en/site.json'

/** What a link is called, and what it is for in one sentence. */
export interface LinkText {
  label: string
  purpose: string
  /** How one of several files is called: "Version {version}". */
  version?: string
}

/**
 * The words of a link: a name under `files` of the site's messages, where every language has them, or the
 * texts themselves by language, English among them. Content in a language that has none is shown with the
 * English ones.
 */
export type LinkWords = keyof (typeof en)['files'] | ({ en: LinkText } & { [language: string]: LinkText })
