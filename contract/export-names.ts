/**
 * What a unit can be exported to, as `--only`, `"exports"` of facts/unit.json and folders of `exports/` call
 * it; in the order of the index.
 */
export const exportNames = [
  'moodle',
  'gift',
  'qti21',
  'qti22',
  'qti3',
  'canvas',
  'common-cartridge',
  'liascript',
  'kahoot',
  'wayground',
  'google-forms',
  'quarto',
  'commonmark',
  'anki',
  'anki-text',
  'h5p',
  'olx',
  'scorm12',
  'scorm2004',
  'cmi5',
  'pptx',
  'epub',
  'docx',
] as const

export type ExportName = (typeof exportNames)[number]
