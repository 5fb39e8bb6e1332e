// Where the pictures of compiled slides are: beside the page or in it, as the deck's data says.

import { pageDeck } from '../client/page.ts'

export function pictureAddress(name: string): string {
  return pageDeck.pictures?.[name] ?? `pictures/${name}`
}
