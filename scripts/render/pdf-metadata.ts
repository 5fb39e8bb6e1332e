// What Chromium leaves out of a PDF or puts into it that changes from day to day.

export interface PdfMetadata {
  title: string
  author: string
  subject: string
  /** A BCP 47 tag. */
  language: string
}

/**
 * Chromium tags with types of PDF 2.0 in a file that says it is 1.7, whose readers may leave out what they do
 * not know. Each stands for the type of 1.7 that comes nearest (ISO 32000-1, 14.7.3 and 14.8.4).
 */
const roles = {
  Aside: 'Note',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
}

/**
 * The PDF with this metadata and without dates, so that the same pages are the same bytes. Tags, outline and
 * links stay: the document is loaded and saved, never copied page by page, which would lose them.
 */
export async function withMetadata(pdf: Uint8Array, metadata: PdfMetadata): Promise<Uint8Array> {
  // Loaded late: most runs make no PDF of a deck.
  const { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFStreamWriter } = await import('pdf-lib')
  // It would rest for a moment after every hundred objects, of which a tagged PDF has thousands.
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  document.setTitle(metadata.title, { showInWindowTitleBar: true })
  document.setAuthor(metadata.author)
  document.setSubject(metadata.subject)
  document.setLanguage(metadata.language)
  document.setCreator('factdeck')
  document.setProducer('factdeck')
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
  for (const key of ['CreationDate', 'ModDate']) info.delete(PDFName.of(key))
  document.catalog
    .lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
    ?.set(PDFName.of('RoleMap'), document.context.obj(roles))
  // As `save` does it for a document that holds nothing new, with ten times the objects in each stream: half
  // the time, and a smaller file.
  return PDFStreamWriter.forContext(document.context, Number.POSITIVE_INFINITY, true, 500).serializeToBuffer()
}
