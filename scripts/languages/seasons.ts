/** The season of a month, 1 to 12, north of the tropics, of the names of the four from winter on. */
export function seasonOf(names: readonly [string, string, string, string]) {
  return (month: number): string | undefined => names[Math.floor((month % 12) / 3)]
}
