import { z } from 'zod'

const beyond = (most: number): string =>
  `expected degrees from -${most} to ${most}: beyond is no place on earth`

/** A point on the globe in degrees, north and east positive (WGS 84). */
export const Coordinates = z.strictObject({
  lat: z.number().min(-90, beyond(90)).max(90, beyond(90)).describe('Degrees north; south is negative.'),
  lon: z.number().min(-180, beyond(180)).max(180, beyond(180)).describe('Degrees east; west is negative.'),
})
