/** Room for the drawing of a map slide, px. */
export const mapSize = { width: 730, height: 490 } as const
/** Width of the column with what is told of the places, px. */
export const mapColumn = 376
