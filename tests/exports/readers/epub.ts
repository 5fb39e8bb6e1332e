import { EpubCheck } from '@likecoin/epubcheck-ts'
import type { ReadQuestion } from '../read-question.ts'
import { all, xml } from './markup.ts'
import { unpacked } from './qti.ts'

/**
 * The questions of an e-book with the answers that they link to. The rules of EPUB are those of EPUBCheck.
 */
export async function readEpub(data: Uint8Array): Promise<ReadQuestion[]> {
  const { messages } = await EpubCheck.validate(data)
  const serious = messages.filter(({ severity }) =>
    ['error', 'fatal', 'warning'].includes(severity.toLowerCase()),
  )
  if (serious.length > 0) throw new Error(JSON.stringify(serious.slice(0, 3)))
  const files = unpacked(data)
  return [...files.keys()]
    .filter((path) => /\/quiz-[^/]*$/.test(path))
    .flatMap((path) => {
      const answers = all(xml(files.get(path.replace('/quiz-', '/answers-'))!), 'article')
      return all(xml(files.get(path)!), 'article').map((question) => {
        const answer = answers.find((each) => each.getAttribute('id') === question.getAttribute('id'))!
        const about = all(answer, 'p').find((each) => each.getAttribute('class') === 'about')!.textContent!
        const hint = all(question, 'p').find((each) => each.getAttribute('class') === 'hint')
        return {
          id: /\(([^()]+)\)$/.exec(about)![1]!,
          stem: all(question, 'span')[0]!.textContent!,
          hint: hint ? all(hint, 'span')[0]!.textContent! : '',
          texts: [question, answer].flatMap((each) =>
            [...all(each, 'p'), ...all(each, 'li'), ...all(each, 'h2')].map(
              ({ textContent }) => textContent ?? '',
            ),
          ),
        }
      })
    })
}
