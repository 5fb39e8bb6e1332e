// Runs beside a quiz page in a package and stands between it and a learning system. The page keeps its
// progress in the storage of the browser; this writes there what the system has kept, and tells the system of
// every change. `lms` is one of the files beside this.
/* global lms, settings */

const { key, questions, most } = settings
const frame = document.querySelector('iframe')
let known = {}
let started = Date.now()
let closed = false

/** Progress in few letters: records as rows, in the order of the questions, without the names of columns. */
function pack(text) {
  const progress = JSON.parse(text)
  const records = progress.questions ?? {}
  const columns = Object.keys(Object.values(records)[0] ?? {})
  const rows = questions.map(({ id }) => (records[id] ? columns.map((column) => records[id][column]) : 0))
  const packed = { ...progress, questions: columns, rows }
  // A system that keeps few letters gets the past attempts first to lose, then the last questions.
  while (JSON.stringify(packed).length > most && packed.attempts?.length)
    packed.attempts = packed.attempts.slice(1)
  while (JSON.stringify(packed).length > most && packed.rows.length) packed.rows = packed.rows.slice(0, -1)
  return JSON.stringify(packed)
}

function unpack(text) {
  const { rows, questions: columns, ...progress } = JSON.parse(text)
  const records = {}
  rows.forEach((row, n) => {
    if (row) records[questions[n].id] = Object.fromEntries(columns.map((column, m) => [column, row[m]]))
  })
  return JSON.stringify({ ...progress, questions: records })
}

function records(text) {
  try {
    return JSON.parse(text)?.questions ?? {}
  } catch {
    return {}
  }
}

/** How far the learner is: of all questions, those whose last answer was right. */
function standing(now) {
  const answered = questions.filter(({ id }) => now[id])
  const right = answered.filter(({ id }) => now[id].lastRight)
  return { share: right.length / questions.length, complete: answered.length === questions.length }
}

function tell() {
  const text = localStorage.getItem(key)
  if (text === null || closed) return
  const now = records(text)
  const interactions = questions
    .filter(({ id }) => now[id] && now[id].seen !== known[id]?.seen)
    .map((question) => ({ ...question, right: now[question.id].lastRight }))
  known = now
  lms.save({ data: pack(text), interactions, ...standing(now) })
}

function close() {
  if (closed) return
  tell()
  closed = true
  lms.close((Date.now() - started) / 1000)
}

async function open() {
  const kept = await lms.open()
  // Whoever learned on this device before is somebody else to the system.
  if (kept) localStorage.setItem(key, unpack(kept))
  else localStorage.removeItem(key)
  known = records(localStorage.getItem(key))
  started = Date.now()
  addEventListener('storage', (event) => {
    if (event.key === key) tell()
  })
  // Not "unload", which phones and browsers that keep pages do not send.
  addEventListener('pagehide', close)
  frame.src = 'quiz.html'
}

open().catch(() => {
  // Without a system around it the quiz works as it does alone.
  frame.src = 'quiz.html'
})
