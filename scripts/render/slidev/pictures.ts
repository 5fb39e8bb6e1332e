// Pictures of hand-written slides in the two forms of a deck's page: files beside it, or bytes within it.

import type { Deck, Picture } from '../../../contract/deck.ts'
import type { DeckData } from '../../../contract/deck-data.ts'
import { eachMark } from '../../../contract/marked-text.ts'
import { typeOfPicture } from '../set-marks.ts'
import { markedOf } from '../slidev-markdown.ts'

/** The pictures of a deck, each once. */
export function picturesOf(deck: Deck): Picture[] {
  const pictures = deck.slides.flatMap((slide) => slide.pictures ?? [])
  for (const mark of markedOf(deck).flatMap(([, marks]) => eachMark(marks)))
    if (mark.kind === 'picture') pictures.push({ name: mark.name!, data: Buffer.from(mark.data!, 'base64') })
  return [...new Map(pictures.map((picture) => [picture.name, picture])).values()]
}

/** The deck for a page that has these pictures in a folder `pictures/` beside it. */
export function withPicturesBeside(data: DeckData, pictures: readonly Picture[]): DeckData {
  return replaced(data, pictures, ({ name }) => `pictures/${name}`)
}

/** The deck with these pictures as data: URIs in it. */
export function withPicturesInside(data: DeckData, pictures: readonly Picture[]): DeckData {
  return replaced(
    data,
    pictures,
    ({ name, data: bytes }) => `data:${typeOfPicture(name)};base64,${Buffer.from(bytes).toString('base64')}`,
  )
}

/**
 * Names carry a digest, so that they stand for nothing else wherever they are: in a body, a compiled one, a
 * layout's props.
 */
function replaced(
  data: DeckData,
  pictures: readonly Picture[],
  address: (picture: Picture) => string,
): DeckData {
  if (pictures.length === 0) return data
  let json = JSON.stringify(data)
  for (const picture of pictures) json = json.replaceAll(`/pictures/${picture.name}`, address(picture))
  return JSON.parse(json) as DeckData
}
