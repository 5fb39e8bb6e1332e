// What pupils saved, read from the bytes of a file: tables as the player writes them, and as spreadsheets save them
// again, with the separators, letters and figures of their country; and progress files.

/** Spreadsheets that save neither as UTF-8 nor as UTF-16 write in the letters of their country. */
const codePages = { uk: 'windows-1251', ar: 'windows-1256' }

/** The text of a file: by its mark, else UTF-8, else the code page of the language. */
const textOf = (bytes, language) => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(codePages[language.split('-')[0]] ?? 'windows-1252').decode(bytes)
  }
}

/**
 * The rows of a table (RFC 4180, with any separator and any ends of lines). Rows of empty cells and empty cells at the
 * end of a row are the work of spreadsheets: they count as rows, so that numbers of rows are those of a spreadsheet,
 * and hold nothing.
 */
const rowsOf = (text, separator) => {
  const rows = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1).push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted && letter === '"' && text[at + 1] === '"') cell += text[++at]
    else if (quoted ? letter === '"' : letter === '"' && cell === '') quoted = !quoted
    else if (quoted) cell += letter
    else if (letter === separator) end()
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++
      end()
      rows.push([])
    } else cell += letter
  }
  end()
  return rows.map((row) => row.slice(0, row.findLastIndex((each) => each.trim() !== '') + 1))
}

/** A figure with a decimal point or comma, in the digits 0 to 9 or Arabic ones; NaN for anything else. */
const numberOf = (text) => {
  const plainDigits = text.trim().replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
  return /^[-+−]?\d+(?:[.,٫]\d+)?$/.test(plainDigits)
    ? Number(plainDigits.replace('−', '-').replace(/[,٫]/, '.'))
    : NaN
}

/** An apostrophe keeps spreadsheets from running a text. */
const plain = (text) => text.replace(/^'(?=\s*[=+\-@\t\r\n＝＋－＠])/, '')

/**
 * The parts of an answer. They begin with a letter or a number where a text may have semicolons of its own; letters
 * differ from order to order.
 */
const answersOf = (text) =>
  plain(text)
    .split(/(?:^|; )(?:[A-F]|\d+): /.test(plain(text)) ? /; (?=(?:[A-F]|\d+): )/ : '; ')
    .map((each) => each.replace(/^[A-F]: /, ''))
    .filter(Boolean)

/** Whether a row is one of resultCsv in templates/quiz/player/report.ts. */
const fits = (row) =>
  row.length === 10 && numberOf(row[0]) > 0 && row[1] !== '' && [0, 1].includes(numberOf(row[6]))

/** The place of the first row that is none of ours, -1 where there is none. */
const wrongRow = (rows) => rows.findIndex((row, at) => at > 0 && row.length > 0 && !fits(row))

/**
 * A spreadsheet that separates by something else takes a line with commas for one cell, or cuts it where its own
 * separator stands, and saves those: joined again they are the line.
 */
const takenApart = (text, separator) =>
  rowsOf(text, separator).map((row) => rowsOf(row.join(separator), ',')[0])

/** A table of answers. */
const readTable = (text) => {
  // A first line for Excel, which other programs show as a row.
  const told = /^\uFEFF?"?sep=(.)"?\r?\n?/i.exec(text)
  const body = text.slice(told?.[0].length ?? 0)
  const tables = [
    ...[...new Set([...(told ? [told[1]] : []), ',', ';', '\t'])].map((separator) => rowsOf(body, separator)),
    ...[';', '\t'].map((separator) => takenApart(body, separator)),
  ].filter(([head]) => head.length === 10)
  const rows = tables.find((each) => wrongRow(each) < 0) ?? tables[0]
  if (!rows?.slice(1).some((row) => row.length > 0)) return { why: 'refused' }
  const wrong = wrongRow(rows)
  if (wrong > 0) return { why: 'refusedRow', row: wrong + 1 }
  const answered = rows.slice(1).filter((row) => row.length > 0)
  return {
    // However a spreadsheet saved it: the same result counts once.
    same: JSON.stringify(
      answered.map(([, id, , , answer, , right, certainty, , seed]) => [
        id,
        plain(answer),
        numberOf(right),
        numberOf(certainty),
        seed,
      ]),
    ),
    result: new Map(
      answered.map(([, id, stem, objective, answer, key, right, certainty]) => [
        id,
        {
          stem: plain(stem),
          objective: plain(objective),
          answers: answersOf(answer),
          key: answersOf(key),
          right: numberOf(right) === 1,
          certainty: numberOf(certainty) || undefined,
        },
      ]),
    ),
  }
}

/** Progress of one quiz or of a unit holds no answers, only whether the last was right. */
const readProgress = (text, known) => {
  try {
    const data = JSON.parse(text)
    const parts = data.format === 'factdeck-unit-progress' ? data.quizzes : [data]
    const records = parts
      .filter(({ format }) => format === 'factdeck-quiz-progress')
      .flatMap(({ questions }) => Object.entries(questions))
    const found = records.flatMap(([id, { lastRight }]) => {
      const question = known.find((each) => each.id === id)
      return question
        ? [[id, { stem: question.stem, objective: question.objective, right: lastRight === true }]]
        : []
    })
    return found.length > 0 ? { same: text, result: new Map(found) } : { why: 'refused' }
  } catch {
    return { why: 'refused' }
  }
}

/**
 * What one pupil answered: `result` by question, and `same`, which is equal for the same result; or `why` it cannot
 * be read, a name of a message, and the `row` where that is.
 */
globalThis.readClassFile = async (file, { language, questions }) => {
  const name = file.name.toLowerCase()
  if (file.size > 2_000_000) return { why: 'refused' }
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
  // Workbooks of Excel and LibreOffice are packed folders; old ones begin as all files of old Office did.
  if (/\.(?:xlsx?|xlsm|ods|numbers)$/.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b))
    return { why: 'refusedBook' }
  const text = textOf(bytes, language)
  return name.endsWith('.json') ? readProgress(text, questions) : readTable(text)
}
