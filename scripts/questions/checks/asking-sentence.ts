/** The sentence of a stem that asks: the last one with a question mark, else the last one. */
export function askingSentence(stem: string): string {
  const sentences = stem.split(/(?<=[.!?…:]["”’']?)\s+(?=["“‘'(]?\p{Lu})/u)
  return sentences.findLast((sentence) => /\?["”’']?\s*$/.test(sentence)) ?? sentences.at(-1) ?? stem
}
