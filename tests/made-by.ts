import { renderAll } from '../scripts/commands/render-all.ts'
import type { Content } from '../scripts/decks/content.ts'
import type { Output } from '../scripts/outputs/output.ts'
import type { MadeFile, Run } from '../scripts/outputs/parts.ts'
import type { Render } from '../scripts/render/render.ts'

/**
 * What outputs make of a content, as a build runs them; `given` are values for their options. Throws what the
 * first that fails throws.
 */
export async function madeBy(
  outputs: readonly Output[],
  content: Content,
  render: Partial<Render>,
  given: Run['given'] = {},
): Promise<MadeFile[]> {
  const { files, failures } = await renderAll(outputs, content, { render: render as Render, given })
  if (failures.length > 0) throw failures[0]
  return files
}
