/**
 * Whether two names, lower-case, are cases of one: «Львів» and «Львова», «Одеса» and «Одеси», «Київ» and
 * «Києва».
 */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [a, b].map((name) => name.replaceAll('ї', 'є').replaceAll('і', 'о')) as [
    string,
    string,
  ]
  // «Ада» and «Ади»: too short for the rule below.
  if (one.length > 2 && root(one) === root(other)) return true
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const shorter = Math.min(one.length, other.length)
  // A case changes the end: a vowel, or a vowel and up to two letters more.
  return same >= Math.min(4, shorter) && same >= 3 && Math.max(one.length, other.length) - same <= 3
}

function root(name: string): string {
  return name.replace(/[аеєиіїоуюяйь]$/u, '')
}
