import { expect, test } from 'vitest'
import { importedArticle } from '../../scripts/commands/studio/importing.ts'
import { htmlFile } from '../articles/make-files.ts'
import { bridge } from '../drafts/drafting.ts'

test('an article that is dropped becomes its text and an entry, and says what went out', async () => {
  const { base } = await bridge()
  const { changes, said } = await importedArticle('Ferry line.html', Buffer.from(htmlFile), { base })
  expect(changes.map(({ file }) => file)).toEqual(['articles/ferry-line.txt', 'facts/sources.json'])
  expect(changes[1]?.value).toMatchObject({
    id: 'ferry-line',
    publisher: 'Coast News',
    published: { date: '2024-09-03', basis: 'printed' },
  })
  expect(said).toMatchObject({
    id: 'ferry-line',
    dropped: expect.arrayContaining([{ what: 'navigation', text: 'Home' }]),
  })
})

test('what cannot be read changes nothing, and says why and what to do', async () => {
  const { base, article } = await bridge()
  const { changes, said } = await importedArticle('old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), { base })
  expect(changes).toEqual([])
  expect(said).toMatchObject({
    refused:
      'This is a file of an old Word (.doc). What to do: open it in Word or LibreOffice and save it as .docx.',
  })
  const again = await importedArticle('bridge again.txt', Buffer.from(article.text), { base })
  expect(again.said).toMatchObject({ refused: expect.stringContaining('which the unit has already') })
})
