import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadQuestion } from '../read-question.ts'
import { all, textAt, xml } from './markup.ts'

/** A course, unpacked by the system's tar; from chapters to problems by their links. */
export function readOlx(data: Uint8Array): ReadQuestion[] {
  const folder = mkdtempSync(join(tmpdir(), 'factdeck-olx-'))
  try {
    writeFileSync(join(folder, 'course.tar.gz'), data)
    execFileSync('tar', ['xzf', 'course.tar.gz'], { cwd: folder })
    const open = (...path: string[]) => xml(readFileSync(join(folder, 'course', ...path), 'utf8'))
    const root = open('course.xml')
    const course = open('course', `${root.getAttribute('url_name')}.xml`)
    return all(course, 'chapter').flatMap((chapter) =>
      all(open('chapter', `${chapter.getAttribute('url_name')}.xml`), 'problem').map((link) =>
        readProblem(open('problem', `${link.getAttribute('url_name')}.xml`)),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readProblem(problem: ReturnType<typeof xml>): ReadQuestion {
  const paragraphs = all(problem, 'p')
  const id = paragraphs.find((each) => each.getAttribute('class') === 'factdeck-id')!.textContent!
  const label = all(problem, 'label')[0]?.textContent ?? paragraphs[0]!.textContent!
  const read: ReadQuestion = {
    id,
    stem: label,
    hint: textAt(problem, 'demandhint', 'hint'),
    texts: [label, ...paragraphs.map(({ textContent }) => textContent ?? '')],
  }
  const choices = all(problem, 'choice')
  const shuffles = all(problem, 'choicegroup')[0]?.getAttribute('shuffle') ?? null
  if (choices.length > 0)
    return {
      ...read,
      options: choices.map((choice) => {
        const feedback = textAt(choice, 'choicehint')
        const text = choice.textContent!
        return {
          text: text.slice(0, text.length - feedback.length),
          right: choice.getAttribute('correct') === 'true',
          feedback,
          // A group of checkboxes stands as it is.
          ...(shuffles === null
            ? {}
            : { stays: shuffles === 'false' || choice.getAttribute('fixed') === 'true' }),
        }
      }),
    }
  const number = all(problem, 'numericalresponse')[0]
  if (number) {
    const [low, high] = JSON.parse(number.getAttribute('answer')!) as [number, number]
    return { ...read, range: { low, high } }
  }
  const gaps = all(problem, 'stringresponse').map((gap) => [
    gap.getAttribute('answer')!,
    ...all(gap, 'additional_answer').map((other) => other.getAttribute('answer')!),
  ])
  // A short answer is a text of one gap.
  return { ...read, gaps, ...(gaps.length === 1 ? { accepted: gaps[0]! } : {}) }
}
