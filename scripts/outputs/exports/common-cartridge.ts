// Common Cartridge 1.1 (1EdTech): the quizzes, with the decks and PDFs of the same build as pages of a
// course.

import { messagesFor } from '../../../contract/messages/registry.ts'
import { zip, type ArchiveFile } from '../../render/zip.ts'
import { inOnePiece, type Made } from '../output.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'
import { assessmentOf } from './qti12.ts'

/** `exports/common-cartridge/course.imscc`. */
export const commonCartridge = exportOf({
  name: 'common-cartridge',
  markup: true,
  makes: 'Common Cartridges',
  holds: held({
    own: ['reasons', 'tags', 'choice', 'choices', 'text'],
    no: ['number', 'order', 'match', 'cloze'],
  }),
  packsOthers: true,
  async emit(banks, { unit, decks }, { render: { templates }, made }) {
    const { exports: words, site } = messagesFor(unit.language)
    const assessments = banks.map((bank) => assessmentOf(bank, 'cartridge', words))
    const pages = made.flatMap((file) => {
      const whole = (file.path.endsWith('.pdf') || isOneFile(file)) && file.data !== undefined
      return whole
        ? [
            {
              ...file,
              identifier: `f.${file.path.replaceAll(/[^\w.-]/g, '.')}`,
              href: file.path,
              // Systems show these to those who teach alone; keys are among them.
              forTeachers: file.kind.links[0]?.for === 'teachers',
            },
          ]
        : []
    })
    const titleOf = ({ of, path, version }: Made): string => {
      const { title = unit.title } =
        of.scope === 'unit' ? {} : ([...decks, ...banks].find(({ id }) => id === of.id) ?? {})
      return `${title} (${[path.split('/').at(-1), version].filter(Boolean).join(', ')})`
    }
    const itemsOf = (wanted: (page: (typeof pages)[number]) => boolean) =>
      pages.filter(wanted).map((page) => ({ identifier: page.identifier, title: titleOf(page) }))
    const ofScope = (scope: string) => itemsOf(({ of, forTeachers }) => of.scope === scope && !forTeachers)
    const modules = [
      {
        title: site.index.quizzes,
        items: assessments.map(({ identifier, title }) => ({ identifier, title })),
      },
      { title: site.index.decks, items: ofScope('deck') },
      { title: words.worksheet, items: ofScope('bank') },
      { title: site.audiences.teachers, items: itemsOf(({ forTeachers }) => forTeachers) },
    ].filter(({ items }) => items.length > 0)
    const data = zip([
      [
        'imsmanifest.xml',
        templates.render('exports/cartridge/manifest.xml.njk', {
          title: unit.title,
          summary: unit.summary,
          language: unit.language,
          modules,
          banks: assessments,
          pages,
        }),
      ],
      ...assessments.map((bank): ArchiveFile => [
        `quizzes/${bank.identifier}.xml`,
        templates.render('exports/canvas/assessment.xml.njk', { bank }),
      ]),
      ...pages.map(({ path, data: bytes }): ArchiveFile => [path, inOnePiece(bytes!)]),
    ])
    return [{ path: 'course.imscc', data }]
  },
})

/** Decks and quizzes are one file each that needs nothing beside it; hosted decks are not. */
function isOneFile({ path, kind }: Made): boolean {
  return path.endsWith('.html') && kind.shows !== undefined && !path.endsWith('/index.html')
}
