import { runInNewContext } from 'node:vm'
import { readSheet } from 'read-excel-file/node'
import type { ReadQuestion } from '../read-question.ts'

/** Sheets of Kahoot! and Wayground by their heads; a formula would be read as no text. */
export async function readGameSheet(data: Uint8Array): Promise<ReadQuestion[]> {
  const rows = (await readSheet(Buffer.from(data))) as (string | number | null)[][]
  const at = rows.findIndex((row) => row.some((cell) => String(cell).startsWith('Question')))
  const head = rows[at]!.map(String)
  const column = (start: string): number[] => head.flatMap((cell, n) => (cell.startsWith(start) ? n : []))
  const options = [
    ...column('Answer 1'),
    ...column('Answer 2'),
    ...column('Answer 3'),
    ...column('Answer 4'),
    ...column('Option'),
  ]
  const [explanation] = column('Answer explanation')
  return rows.slice(at + 1).map((row) => {
    const right = String(row[column('Correct')[0]!]).split(',').map(Number)
    const stem = String(row[column('Question')[0]!])
    return {
      stem,
      options: options.flatMap((each, n) =>
        row[each] == null ? [] : { text: String(row[each]), right: right.includes(n + 1) },
      ),
      texts: [stem, explanation === undefined ? '' : String(row[explanation] ?? '')],
    }
  })
}

/** Runs a script for Google Forms with a stand-in for its forms. */
export function readForms(script: string): ReadQuestion[] {
  const read: (ReadQuestion & { options: { text: string; right: boolean }[] })[] = []
  const feedback = (text = ''): object => ({ setText: feedback, build: () => text })
  const item = () => {
    const question = {
      stem: '',
      options: [] as { text: string; right: boolean }[],
      texts: [] as string[],
      hint: '',
    }
    read.push(question)
    const made = {
      setTitle: (text: string) => ((question.stem = text), question.texts.push(text), made),
      setHelpText: (text: string) => ((question.hint = text), made),
      createChoice: (text: string, right: boolean) => ({ text, right }),
      setChoices: (choices: { text: string; right: boolean }[]) => ((question.options = choices), made),
      setPoints: () => made,
      setRequired: () => made,
      setFeedbackForCorrect: (text: string) => (question.texts.push(text), made),
      setFeedbackForIncorrect: () => made,
    }
    return made
  }
  const form = {
    setIsQuiz: () => form,
    setDescription: () => form,
    addCheckboxItem: item,
    addMultipleChoiceItem: item,
    getEditUrl: () => '',
  }
  runInNewContext(`${script}\nmakeQuiz()`, {
    FormApp: { create: () => form, createFeedback: feedback },
    Logger: { log: () => {} },
  })
  return read
}
