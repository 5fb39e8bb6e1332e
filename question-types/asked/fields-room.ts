/**
 * Columns of letters that so many fields of print.typ need in the answer grid: each has its label before it
 * and takes half as much again as a letter.
 */
export function fieldsRoom(fields: number): number {
  return Math.ceil(fields * 1.5)
}
