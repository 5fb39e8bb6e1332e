import { readArticles } from '../source/content-folder.ts'
import { UsageError } from './usage-error.ts'

/** The article texts of the folder that --articles names, by file name. Throws UsageError where there is no such folder. */
export async function articlesOf(folder: string): Promise<Map<string, string>> {
  try {
    return await readArticles(folder)
  } catch (thrown) {
    throw new UsageError(
      `Unexpected --articles "${folder}", expected the folder that holds the article texts`,
      { cause: thrown },
    )
  }
}
