// The filter of the fact explorer. Facts are in the page already; this hides those that the filter leaves out
// and keeps the filter in the address, as `#?text=tide&status=reported`: a fact's own anchor never begins
// with a question mark.
const form = document.querySelector('#_filter')
const fields = document.querySelector('#_fields')
const shown = document.querySelector('#_shown')
const noMonth = document.querySelector('#_nomonth')
const none = document.querySelector('#_none')
const names = ['text', 'topic', 'article', 'actor', 'status', 'from', 'to']
const language = document.documentElement.lang
const forms = JSON.parse(shown.dataset.forms)
const plural = new Intl.PluralRules(language)
const figures = new Intl.NumberFormat(language)

const sections = Array.from(document.querySelectorAll('section.topic'), (element) => ({
  element,
  topic: element.dataset.topic,
  facts: Array.from(element.querySelectorAll('article.fact'), (fact) => ({
    element: fact,
    status: fact.dataset.status,
    articles: new Set(fact.dataset.articles.split(' ')),
    actors: new Set(fact.dataset.actors.split(' ')),
    dated: 'dated' in fact.dataset,
    from: fact.dataset.from || '0000-00',
    to: fact.dataset.to || '9999-99',
    text: undefined,
  })),
}))

let pending

/**
 * Text without case and accents, with one kind of apostrophe, and figures without marks of thousands, so that a
 * search finds what a reader means.
 */
const fold = (text) =>
  text
    .replace(/(?<=\d)[\s.,'’](?=\d{3}(?!\d))/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/gu, "'")
    .toLowerCase()

const textOf = (fact) => {
  fact.text ??= fold(
    Array.from(fact.element.querySelectorAll('[data-text]'), (each) => each.textContent).join(' '),
  )
  return fact.text
}

/** A month to compare with, or nothing while the field holds no date. */
const month = (text, ofYear) => {
  const parts = /^(\d{4})(-(?:0[1-9]|1[0-2]))?$/.exec(text.trim())
  return parts ? parts[1] + (parts[2] ?? ofYear) : undefined
}

const read = () => {
  const data = new FormData(form)
  return {
    words: fold(data.get('text')).split(/\s+/u).filter(Boolean),
    topic: data.get('topic'),
    article: data.get('article'),
    actor: data.get('actor'),
    statuses: new Set(data.getAll('status')),
    from: month(data.get('from'), '-01'),
    to: month(data.get('to'), '-12'),
  }
}

const fits = (fact, filter) =>
  (filter.statuses.size === 0 || filter.statuses.has(fact.status)) &&
  (!filter.article || fact.articles.has(filter.article)) &&
  (!filter.actor || fact.actors.has(filter.actor)) &&
  ((!filter.from && !filter.to) || fact.dated) &&
  (!filter.from || fact.to >= filter.from) &&
  (!filter.to || fact.from <= filter.to) &&
  filter.words.every((word) => textOf(fact).includes(word))

/** What begins like a month is still being typed. */
const begun = /^\s*\d{0,4}(?:-(?:[01]|0[1-9]|1[0-2])?)?\s*$/

const judge = () => {
  const months = [form.elements.from, form.elements.to]
  for (const field of months) field.setAttribute('aria-invalid', String(!begun.test(field.value)))
  noMonth.hidden = months.every((field) => begun.test(field.value))
}

const apply = () => {
  judge()
  const filter = read()
  let count = 0
  for (const section of sections) {
    const open = !filter.topic || filter.topic === section.topic
    let any = false
    for (const fact of section.facts) {
      const fit = open && fits(fact, filter)
      fact.element.hidden = !fit
      if (fit) count += 1
      any ||= fit
    }
    section.element.hidden = !any
  }
  const message = (forms[plural.select(count)] ?? forms.other).replace('{n}', figures.format(count))
  if (shown.textContent !== message) shown.textContent = message
  none.hidden = count > 0
}

const write = () => {
  const set = Array.from(new FormData(form)).filter(([, value]) => value.trim() !== '')
  const hash = set.length > 0 ? `#?${new URLSearchParams(set)}` : ''
  // Browsers refuse too many changes of the address in a short time; the filter itself goes on working.
  try {
    history.replaceState(null, '', hash || location.pathname + location.search)
  } catch {}
}

const restore = (query) => {
  const params = new URLSearchParams(query)
  for (const name of names) {
    for (const control of form.querySelectorAll(`[name=${name}]`)) {
      if (control.type === 'checkbox') control.checked = params.getAll(name).includes(control.value)
      else control.value = params.get(name) ?? ''
      if (control.selectedIndex === -1) control.selectedIndex = 0
    }
  }
  apply()
}

/** The address names a filter, or a fact, which is then shown whatever the filter was. */
const follow = () => {
  clearTimeout(pending)
  if (location.hash.startsWith('#?')) return restore(location.hash.slice(2))
  const target = document.getElementById(location.hash.slice(1))
  if (location.hash !== '' && !target?.closest('[hidden]')) return
  restore('')
  target?.scrollIntoView()
}

const changed = () => {
  apply()
  clearTimeout(pending)
  pending = setTimeout(write, 250)
}
form.addEventListener('input', changed)
form.addEventListener('reset', () => setTimeout(changed))
form.addEventListener('submit', (event) => event.preventDefault())
addEventListener('hashchange', follow)
if (matchMedia('(max-width: 60rem)').matches) fields.open = false
form.hidden = false
follow()
