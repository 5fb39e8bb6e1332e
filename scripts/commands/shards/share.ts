import type { Content } from '../../decks/content.ts'
import type { Options, Values } from '../../diagnostics/options.ts'
import type { Output } from '../../outputs/output.ts'
import type { Run } from '../../outputs/parts.ts'
import type { Into } from '../make-unit.ts'
import { commonOf, openRecorder } from './shard-record.ts'
import { partsOfShard, type Shard } from './shard.ts'

/** What a build makes, and what it shows of the articles; of all parts a shard makes its share and a record. */
export function shareOf(
  shard: Shard | undefined,
  wanted: readonly Output[],
  content: Content,
  {
    given,
    shown,
    showPassages,
  }: { given: Values<Options>; shown: Pick<Run, 'articles' | 'support'>; showPassages: boolean },
): Pick<Into, 'articles' | 'support' | 'parts' | 'record'> {
  if (!shard) return shown
  const parts = partsOfShard(wanted, content, shard)
  const recorder = openRecorder(shard, commonOf(wanted, content, given, shown, showPassages))
  return {
    ...shown,
    parts: (output) => recorder.watch(parts(output, content)),
    record: recorder.record,
  }
}
