import { fileURLToPath } from 'node:url'
import type { Content } from '../../scripts/decks/content.ts'
import { siteOutput } from '../../scripts/outputs/site.ts'
import type { Render } from '../../scripts/render/render.ts'
import { openTemplates } from '../../scripts/render/templates.ts'

const templates = openTemplates(fileURLToPath(new URL('../../templates', import.meta.url)))

/** The pages of the site by path. */
export async function sitePages(
  content: Content,
  made: readonly string[] = [],
): Promise<Record<string, string>> {
  const files = await siteOutput(() => made).emit(content, { templates } as Render, () => {})
  return Object.fromEntries(files.map(({ path, data }) => [path, String(data)]))
}
