// The page of the second reader. All texts are set as text: what an article or a remark holds is never read
// as markup.

const byId = (id) => document.getElementById(id)
const make = (name, text = '', attributes = {}) => {
  const element = document.createElement(name)
  element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

let facts = []
let queue = []
let place = 0
let shown

/** Asks the server; throws with its words where it refuses. */
async function ask(path, body) {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, body === undefined ? {} : post)
  const answer = await response.json().catch(() => ({ message: 'The server has been stopped.' }))
  if (!response.ok) throw new Error(answer.message)
  return answer
}

function say(text, failed = false) {
  byId('said').textContent = text
  byId('said').classList.toggle('failed', failed)
}

const wanted = {
  open: ({ state }) => state === 'never' || state === 'changed',
  all: () => true,
}

function fillQueue() {
  const which = byId('which').value
  const fits = wanted[which] ?? (({ state }) => state === which)
  queue = facts.filter(fits).map(({ id }) => id)
}

async function loadDesk() {
  const desk = await ask('desk.json')
  facts = desk.facts
  document.title = `Second reader – ${desk.unit}`
  byId('unit').textContent = desk.unit
  byId('counts').textContent = desk.counts
  if (byId('by').value === '') byId('by').value = desk.by
}

async function show(at) {
  place = Math.max(0, Math.min(at, queue.length - 1))
  const id = queue[place]
  for (const form of ['edit', 'remark']) byId(form).hidden = true
  if (id === undefined) byId('desk').hidden = true
  byId('none').hidden = id !== undefined
  byId('at').textContent = id === undefined ? '' : `${place + 1} of ${queue.length}`
  shown = undefined
  if (id === undefined) return
  const fact = await ask(`facts/${id}.json`)
  // Whoever leafs quickly has gone on.
  if (queue[place] !== id) return
  shown = fact
  const statement = byId('statement')
  statement.replaceChildren(
    ...shown.statement.map(({ text, marked }) => make(marked ? 'mark' : 'span', text)),
  )
  const bare = shown.statement.filter(({ marked }) => marked).map(({ text }) => `“${text}”`)
  byId('bare').hidden = bare.length === 0
  byId('bare').textContent = `Nothing in the passages supports ${bare.join(', ')}.`
  const record = [
    ['Short form', shown.short],
    ['Status', shown.status],
    ['Said by', shown.attribution],
    ['When', shown.when],
    ['Figures', shown.quantities.join('; ')],
    ['Note', shown.note],
    ['Fact', shown.id],
  ].filter(([, text]) => text !== '')
  byId('record').replaceChildren(...record.flatMap(([term, text]) => [make('dt', term), make('dd', text)]))
  list('findings', shown.findings)
  list(
    'reviews',
    shown.reviews.map(
      ({ by, on, verdict, remark }) =>
        `${by} ${verdict}, ${on}${shown.state === 'changed' ? ', before the fact was changed' : ''}${remark ? `: ${remark}` : ''}`,
    ),
  )
  byId('passages').replaceChildren(
    ...shown.paragraphs.map(({ citation, place: where, stretches }) => {
      const quote = make('blockquote')
      const words = make('p')
      words.append(...stretches.map(({ text, marked }) => make(marked ? 'mark' : 'span', text)))
      quote.append(words, make('footer', `${citation}, ${where}`))
      return quote
    }),
  )
  byId('desk').hidden = false
}

function list(id, texts) {
  byId(id).hidden = texts.length === 0
  byId(id)
    .querySelector('ul')
    .replaceChildren(...texts.map((text) => make('li', text)))
}

/** After a change: the same place shows the next fact where the one before has left the queue. */
async function renew(stay = false) {
  const before = queue[place]
  await loadDesk()
  fillQueue()
  const now = queue.indexOf(before)
  await show(now < 0 ? place : stay ? now : now + 1)
}

async function judge(verdict, remark) {
  if (!shown) return
  const by = byId('by').value.trim()
  if (by === '') {
    say('Give your name first: a review says who read the statement.', true)
    byId('by').focus()
    return
  }
  try {
    await ask('review', { fact: shown.id, digest: shown.digest, by, verdict, ...(remark ? { remark } : {}) })
    const done = shown.short
    await renew()
    say(`${verdict === 'agreed' ? 'Agreed' : 'Objection recorded'}: ${done}`)
  } catch (thrown) {
    await renew(true).catch(() => {})
    say(thrown.message, true)
  }
}

function openForm(id) {
  if (!shown) return
  byId(id).hidden = false
  if (id === 'edit') {
    byId('edit-statement').value = shown.statement.map(({ text }) => text).join('')
    byId('edit-short').value = shown.short
  } else byId('remark-text').value = ''
  byId(id).querySelector('textarea').focus()
}

function closeForm(id) {
  byId(id).hidden = true
  byId(id === 'edit' ? 'change' : 'object').focus()
}

byId('agree').addEventListener('click', () => judge('agreed'))
byId('object').addEventListener('click', () => openForm('remark'))
byId('change').addEventListener('click', () => openForm('edit'))
byId('next').addEventListener('click', () => step(1))
byId('previous').addEventListener('click', () => step(-1))
byId('reader').addEventListener('submit', (event) => {
  event.preventDefault()
  byId('main').focus()
})
byId('which').addEventListener('change', async () => {
  fillQueue()
  await show(0)
})
byId('remark').addEventListener('submit', async (event) => {
  event.preventDefault()
  await judge('objected', byId('remark-text').value.trim())
})
byId('edit').addEventListener('submit', async (event) => {
  event.preventDefault()
  try {
    await ask('edit', {
      fact: shown.id,
      digest: shown.digest,
      statement: byId('edit-statement').value.trim(),
      short: byId('edit-short').value.trim(),
    })
    await renew(true)
    say('Saved. The fact has to be read again as it is now.')
  } catch (thrown) {
    say(thrown.message, true)
  }
})
for (const button of document.querySelectorAll('[data-close]'))
  button.addEventListener('click', () => closeForm(button.dataset.close))

async function step(by) {
  say('')
  await show(place + by)
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') for (const id of ['edit', 'remark']) if (!byId(id).hidden) closeForm(id)
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
  )
    return
  const action = {
    a: () => judge('agreed'),
    o: () => openForm('remark'),
    e: () => openForm('edit'),
    n: () => step(1),
    p: () => step(-1),
  }[event.key.toLowerCase()]
  if (!action) return
  event.preventDefault()
  action()
})

try {
  await loadDesk()
  fillQueue()
  await show(0)
} catch (thrown) {
  say(thrown.message, true)
}
