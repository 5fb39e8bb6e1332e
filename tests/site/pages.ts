import { fileURLToPath } from 'node:url'
import { linkable } from '../../scripts/commands/render-all.ts'
import type { Content } from '../../scripts/decks/content.ts'
import type { Made, Making } from '../../scripts/outputs/output.ts'
import { site } from '../../scripts/outputs/site.ts'
import { outputs } from '../../scripts/outputs/table.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import type { Render } from '../../scripts/render/render.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { madeBy } from '../made-by.ts'

const templates = openTemplates(fileURLToPath(new URL('../../templates', import.meta.url)))

/** What a build with a browser makes of a content, copies without notes included. */
export async function allMade(content: Content): Promise<Made[]> {
  const others = outputs.filter((output) => output !== site)
  return linkable(await madeBy(others, content, openDryRender(), { withoutNotes: true }))
}

/** The pages of the site by path; they link what was made, and show what supports each fact where that is given. */
export async function sitePages(
  content: Content,
  made: readonly Made[] = [],
  support?: Making['support'],
): Promise<Record<string, string>> {
  const files = await site.emit(content, {
    content,
    render: { templates } as Render,
    options: {},
    progress: () => {},
    made,
    ...(support ? { support } : {}),
  })
  return Object.fromEntries(files.map(({ path, data }) => [path, String(data)]))
}
