// What pptxgenjs writes wrong, put right in the finished file.

/**
 * What pptxgenjs 4.0.1 writes that readers complain of: the time, overrides for masters that there are not,
 * the list of notes masters behind the slides, a third axis of bar charts, shapes without a description.
 */
export function mended(path: string, text: string, rtl: boolean): string {
  const timeless = text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '2000-01-01T00:00:00Z')
  if (path === '[Content_Types].xml')
    return timeless.replaceAll(
      /<Override PartName="\/ppt\/slideMasters\/slideMaster(?!1\.xml)\d+\.xml"[^>]*\/>/g,
      '',
    )
  if (path === 'ppt/presentation.xml') {
    const [list = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(timeless) ?? []
    return timeless.replace(list, '').replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${list}`)
  }
  if (/^ppt\/charts\/chart\d+\.xml$/.test(path))
    return timeless.replaceAll(/(<c:barChart>.*?<c:axId[^>]*\/>\s*<c:axId[^>]*\/>)\s*<c:axId[^>]*\/>/gs, '$1')
  // Each run of a paragraph gets the properties of the paragraph, which stand once, at its beginning.
  const once = timeless.replaceAll(/(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>)/gs, '$1')
  // Shapes take no description: it stands in the name.
  const described = once.replaceAll(/ name="(Map|Arrow): ([^"]*)"/g, ' name="$1" descr="$2"')
  // Of tables it has no direction.
  return rtl ? described.replaceAll('<a:tblPr', '<a:tblPr rtl="1"') : described
}
