import { deckTexts } from '../decks/shown-texts.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { checkEvidence } from '../facts/evidence/check-evidence.ts'
import { copiedWording } from '../facts/evidence/copied-wording.ts'
import { forgetNames } from '../facts/evidence/name-index.ts'
import { lookAtAll } from '../facts/found-sound.ts'
import { checkShownTexts, proofOf, type Proof, type ShownTexts } from '../facts/shown-texts.ts'
import { unitTexts } from '../facts/unit-texts.ts'
import type { Reader } from '../languages/reading.ts'
import { checkQuestions } from '../questions/checks/index.ts'
import { questionTexts } from '../questions/shown-texts.ts'
import { withoutMarks } from '../source/marked-fields.ts'
import { normaliseText, runningText } from '../source/normalise.ts'
import { articlesOf, recorded } from './articles.ts'
import { openReader } from './open-reader.ts'
import type { ReadUnit } from './read-unit.ts'
import type { SoundMemory } from './remembered-sound.ts'
import { isLarge } from './spare-memory.ts'

/**
 * Holds what a unit says against its evidence and its facts, which is most of what a check does. `articles` is a
 * folder of article texts to prove the evidence against.
 */
export async function findFaults(
  unit: ReadUnit,
  articles: string | undefined,
  sound: SoundMemory | undefined,
): Promise<Diagnostic[]> {
  const { folder, base, banks } = unit
  const found: Diagnostic[] = []
  const lookAt = sound?.beside(base) ?? lookAtAll
  let proof: Proof | undefined
  let reader: Reader | undefined
  if (articles !== undefined) {
    const texts = await articlesOf(articles)
    reader = await openReader(base.unit.language)
    proof = proofOf(base, recorded(base, texts), reader)
    const used = Array.from(base.sources.values()).flatMap(({ value }) => texts.get(value.file) ?? [])
    found.push(
      ...checkEvidence(base, texts, reader, lookAt),
      ...copiedWording(
        [...folder.facts, ...folder.questions, ...folder.slides].map((each) => withoutMarks(each).document),
        used.map((raw) => runningText(normaliseText(raw))),
        lookAt,
      ),
    )
  }
  found.push(...checkShownTexts(textsOf(unit), base, proof, lookAt))
  found.push(...checkQuestions(banks, base, reader, lookAt))
  if (isLarge(base)) forgetNames(base)
  return found
}

/** What people see beside the facts, one after another: all at once they would take as much memory as all else. */
function* textsOf({ folder, base, banks, outlines }: ReadUnit): Iterable<ShownTexts> {
  yield* unitTexts(base)
  yield* questionTexts(banks, base)
  yield* deckTexts(outlines, { base, questions: banks.questions, markdown: folder.markdown })
}
