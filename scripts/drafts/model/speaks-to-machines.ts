import type { ArticleText } from '../../source/normalise.ts'

/**
 * Words that are meant for a machine that reads, not for a person: they stand in articles to make models say
 * something. English, and the ways that are common in other languages. A list of such words is never whole;
 * it marks, and decides nothing.
 */
const toMachines =
  /\b(?:ignore|disregard|forget|override)\b[^.!?]{0,40}\b(?:instructions?|prompts?|rules|guidelines|messages?)\b|\b(?:system|developer) (?:prompt|message)\b|\b(?:you are|as|act as|acting as) an? (?:\w+ )?(?:AI|assistant|language model|LLM|chatbot|bot)\b|\b(?:AI|LLM|language) (?:models?|assistants?|systems?) (?:must|should|shall|have to|are to)\b|\b(?:note|attention|instructions?|message) (?:to|for) (?:the |any |all )?(?:AI|LLM|language models?|assistants?|models?|machines?)\b|\b(?:ignoriere|vergiss)\b[^.!?]{0,40}\banweisungen\b|\bігноруй(?:те)?\b[^.!?]{0,40}\bінструкці/iu

/** The words of a text that speak to a machine; undefined where there are none. */
export function speaksToMachines(text: string): string | undefined {
  return toMachines.exec(text)?.[0]
}

/** A passage with the paragraph that it stands in, at most some sentences of it on either side. */
export function paragraphAround(
  article: ArticleText,
  { start, end }: { start: number; end: number },
): string {
  const before = article
    .span(Math.max(0, start - reach), start)
    .split(/\n\s*\n/)
    .at(-1)!
  const [after] = article.span(end, Math.min(article.length, end + reach)).split(/\n\s*\n/)
  return before + article.span(start, end) + after!
}

const reach = 600
