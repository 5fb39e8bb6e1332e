// The unit with a question of every type, in whose texts each kind of markup stands.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeEveryType } from './every-type.ts'

/** A picture of one red square. */
const square = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path fill="#b00" d="M4 4h32v32H4z"/></svg>`

/** A picture of our own, as facts, questions and sections have one. */
export const plan = {
  file: 'plan.svg',
  alt: 'A bridge of three arches',
  source: 'Drawn for this unit',
  licence: 'CC0 1.0',
}
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="50"><path fill="#14535c" d="M0 10h90v8H0zM9 18h12v30H9z"/></svg>`

/** How the letters of the marked stem end. */
export const markedEnd = ' See e = m c^x and x_y: a red square twice'

/** Writes it to `folder`. */
export async function writeMarkedUnit(folder: string): Promise<void> {
  await writeEveryType(folder)
  const change = async (file: string, edit: (text: string) => string): Promise<void> => {
    const path = join(folder, file)
    await writeFile(path, edit(await readFile(path, 'utf8')))
  }
  await writeFile(join(folder, 'questions/square.svg'), square)
  await change('questions/cost.json', (text) => {
    const bank = JSON.parse(text) as { questions: { id: string; stem: string; options: object[] }[] }
    const single = bank.questions.find(({ id }) => id === 'of-single')!
    single.stem = `${single.stem}\nSee $e = m c^x$ and \`x_y\`: ![a red square](square.svg) **twice**`
    Object.assign(single.options[0]!, { because: 'It is $\\frac{a}{b}$, *not* c * d and not **x.' })
    Object.assign(
      bank.questions.find(({ id }) => id === 'of-numeric')!,
      { image: plan },
    )
    return JSON.stringify(bank, null, 2)
  })
  for (const place of ['facts', 'questions', 'slides']) await writeFile(join(folder, place, plan.file), drawn)
  await change('facts/cost.json', (text) => {
    const topic = JSON.parse(text.replace('had reportedly cost', 'had *reportedly* cost')) as {
      facts: { id: string }[]
    }
    Object.assign(
      topic.facts.find(({ id }) => id === 'union-cost')!,
      { image: plan },
    )
    return JSON.stringify(topic, null, 2)
  })
  await change('slides/bridge.json', (text) => {
    const outline = JSON.parse(text) as { sections: { slides: object[] }[] }
    const [section] = outline.sections
    Object.assign(section!, { image: plan })
    section!.slides.push({ facts: ['union-cost'], layout: 'picture' })
    return JSON.stringify(outline, null, 2)
  })
}
