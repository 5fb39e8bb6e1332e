// How a class did, worked out in the page from the files that pupils saved: nothing is sent anywhere.
const { readClassFile } = globalThis
const unit = JSON.parse(document.querySelector('#_data').textContent)
const { words, questions: known, language } = unit
const main = document.querySelector('#_results')
const input = document.querySelector('#_files')
const area = document.querySelector('#_drop')
const told = document.querySelector('#_told')
const countTwice = document.querySelector('#_others')
/** Made when it is first asked for: what `Intl` makes takes its time. */
const lazily = (make) => {
  let made
  return () => (made ??= make())
}
const formatOf = (options) => lazily(() => new Intl.NumberFormat(language, options))
const percent = formatOf({ style: 'percent', maximumFractionDigits: 0 })
const figure = formatOf({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
const plural = lazily(() => new Intl.PluralRules(language))

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
const share = (n, of) => (of > 0 ? n / of : 0)
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0)
const mean = (numbers) => share(sum(numbers), numbers.length)

/** An element with attributes and children; texts stay texts. */
const make = (name, attributes = {}, ...children) => {
  const element = name.startsWith('svg:')
    ? document.createElementNS('http://www.w3.org/2000/svg', name.slice(4))
    : document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children.flat().filter((child) => child !== undefined))
  return element
}

/** Pearson's correlation; undefined where one of the two never changes. */
const correlation = (pairs) => {
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))]
  const spread = (of) => Math.sqrt(sum(pairs.map(of)))
  const both = sum(pairs.map(([a, b]) => (a - x) * (b - y)))
  const by = spread(([a]) => (a - x) ** 2) * spread(([, b]) => (b - y) ** 2)
  return by > 1e-9 ? both / by : undefined
}

/** The same figure with a decimal comma and with a decimal point is one answer. */
const folded = (answer) => (/^[-+−]?\d+,\d+$/.test(answer) ? answer.replace(',', '.') : answer)

/** From this many results on single questions are judged. */
const enough = 10

/** The figures of each question, in the order in which questions first come up. */
const statisticsOf = (results) => {
  const ids = [...new Set(results.flatMap((result) => [...result.keys()]))]
  return ids.map((id) => {
    const met = results.filter((result) => result.has(id))
    const [first] = met
    const { stem, objective } = first.get(id)
    // How somebody did in all other questions: the question itself must not speak for itself.
    const others = (result) =>
      mean([...result].filter(([other]) => other !== id).map(([, { right }]) => (right ? 1 : 0)))
    const right = met.filter((result) => result.get(id).right)
    const separates = correlation(met.map((result) => [result.get(id).right ? 1 : 0, others(result)]))
    const answers = new Map()
    const shown = new Map()
    for (const result of met)
      for (const answer of result.get(id).answers?.length ? result.get(id).answers : ['']) {
        if (!shown.has(folded(answer))) shown.set(folded(answer), answer)
        const as = shown.get(folded(answer))
        answers.set(as, [...(answers.get(as) ?? []), others(result)])
      }
    // What is written can be right in many words: whatever was counted as right, beside the key.
    const keys = met.flatMap((result) => result.get(id).key ?? [])
    for (const result of right) keys.push(...(result.get(id).answers ?? []))
    const key = new Set(keys.map((each) => shown.get(folded(each)) ?? each))
    const certainty = [1, 2, 3].map((level) => {
      const such = met.filter((result) => result.get(id).certainty === level)
      return [such.length, such.filter((result) => result.get(id).right).length]
    })
    const doubts = []
    if (met.length >= enough) {
      if (separates < -0.1) doubts.push(words.doubtReverse)
      const keyed = mean(right.map(others))
      for (const [answer, by] of answers)
        if (
          answer !== '' &&
          !key.has(answer) &&
          by.length >= 3 &&
          right.length > 0 &&
          mean(by) > keyed + 0.05
        )
          doubts.push(fill(words.doubtAnswer, { answer }))
      const [sure, sureRight] = certainty[2]
      if (sure >= 5 && sureRight < sure / 2) doubts.push(words.doubtSure)
    }
    return {
      id,
      stem,
      objective,
      asked: met.length,
      right: right.length,
      separates: met.length >= 3 ? separates : undefined,
      answers: [...answers]
        .map(([answer, by]) => ({ answer, n: by.length, key: key.has(answer) }))
        .toSorted((a, b) => Number(b.key) - Number(a.key) || b.n - a.n),
      known: met.some((result) => result.get(id).answers !== undefined),
      certainty,
      doubts,
    }
  })
}

const strength = (value) =>
  value === undefined
    ? words.strength.unknown
    : value >= 0.3
      ? words.strength.well
      : value >= 0.1
        ? words.strength.little
        : value >= -0.1
          ? words.strength.not
          : words.strength.reverse

/** A bar of a share, for eyes; the figure stands beside it. */
const bar = (value, className = '') =>
  make(
    'svg:svg',
    { class: `bar ${className}`, viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    make('svg:rect', { class: 'all', width: 100, height: 8 }),
    make('svg:rect', { class: 'share', width: 100 * value, height: 8 }),
  )

const headed = (heading, about, ...children) =>
  make(
    'section',
    {},
    make('h2', {}, heading),
    ...(about ? [make('p', { class: 'for' }, about)] : []),
    ...children,
  )

/** Each pupil a dot over the share that he had right. */
const scorePlot = (scores) => {
  const seen = new Map()
  const dots = scores.map((value) => {
    const place = Math.round(value * 40)
    const above = seen.get(place) ?? 0
    seen.set(place, above + 1)
    return make('svg:circle', { cx: 20 + place * 14, cy: 150 - above * 11, r: 4.5 })
  })
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    make('svg:line', { x1: 20 + value * 560, x2: 20 + value * 560, y1: 158, y2: 164 }),
    make('svg:text', { x: 20 + value * 560, y: 180, 'text-anchor': 'middle' }, percent().format(value)),
  ])
  const height = Math.max(60, 11 * Math.max(...seen.values()) + 40)
  return make(
    'svg:svg',
    {
      class: 'dots',
      viewBox: `0 ${185 - height} 600 ${height}`,
      role: 'img',
      'aria-label': words.scoresAbout,
    },
    make('svg:line', { x1: 14, x2: 586, y1: 158, y2: 158 }),
    ticks,
    dots,
  )
}

const objectiveRows = (statistics) =>
  [...new Set(statistics.map(({ objective }) => objective))].map((objective) => {
    const own = statistics.filter((each) => each.objective === objective)
    const value = share(sum(own.map(({ right }) => right)), sum(own.map(({ asked }) => asked)))
    return make(
      'tr',
      {},
      make('th', { scope: 'row', dir: 'auto' }, objective),
      make('td', {}, bar(value), percent().format(value)),
      make('td', {}, String(own.length)),
    )
  })

/** On a phone a row stands as a block, its cells below one another: each brings the name of its column, and its role. */
const table = (columns, rows) => {
  const head = make(
    'tr',
    { role: 'row' },
    columns.map((column) => make('th', { scope: 'col', role: 'columnheader' }, column)),
  )
  for (const row of rows) {
    row.setAttribute('role', 'row')
    for (const [at, cell] of [...row.cells].entries()) {
      cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'cell')
      if (at > 0) cell.dataset.column = columns[at]
    }
  }
  return make(
    'table',
    { class: 'statistics', role: 'table', 'aria-label': columns[0] },
    make('thead', { role: 'rowgroup' }, head),
    make('tbody', { role: 'rowgroup' }, rows),
  )
}

const questionRow = (each) =>
  make(
    'tr',
    { ...(each.doubts.length > 0 ? { class: 'doubtful' } : {}), 'data-id': each.id },
    make(
      'th',
      { scope: 'row' },
      make('span', { dir: 'auto' }, each.stem),
      each.doubts.map((doubt) => make('span', { class: 'doubt' }, make('b', {}, `${words.doubt}: `), doubt)),
    ),
    make(
      'td',
      {},
      bar(share(each.right, each.asked)),
      `${percent().format(share(each.right, each.asked))} (${each.right}/${each.asked})`,
    ),
    make(
      'td',
      {},
      strength(each.separates),
      ...(each.separates === undefined
        ? []
        : [make('span', { class: 'why' }, figure().format(each.separates))]),
    ),
    make(
      'td',
      {},
      each.known
        ? make(
            'ul',
            {},
            each.answers.map(({ answer, n, key }) =>
              make(
                'li',
                key ? { class: 'key' } : {},
                bar(share(n, each.asked)),
                `${n} × `,
                make('span', { dir: 'auto' }, answer === '' ? words.open : answer),
                key ? ` (${words.key})` : '',
              ),
            ),
          )
        : '–',
    ),
  )

const certaintyRows = (statistics) =>
  [1, 2, 3].map((level, at) => {
    const [seen, right] = [0, 1].map((which) => sum(statistics.map(({ certainty }) => certainty[at][which])))
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, words.sure[level]),
      make('td', {}, String(seen)),
      make('td', {}, ...(seen > 0 ? [bar(right / seen), percent().format(right / seen)] : ['–'])),
    )
  })

const quizOf = ({ id }) => known.find((each) => each.id === id)?.quiz

/** What `factdeck check` reads; no file and no pupil is named in it. */
const kept = (statistics, results) => {
  const quizzes = [...new Set(statistics.map(quizOf))].filter((quiz) => quiz !== undefined)
  return quizzes.map((quiz) => {
    const own = statistics.filter((each) => quizOf(each) === quiz)
    const questions = Object.fromEntries(own.map((each) => [each.id, keptOf(each)]))
    const of = results.filter((result) => own.some(({ id }) => result.has(id))).length
    const data = { format: 'factdeck-question-statistics', version: 1, results: of, questions }
    return [quiz, `${JSON.stringify(data, null, 2)}\n`]
  })
}

const keptOf = ({ asked, right, separates, answers, certainty, doubts }) => ({
  asked,
  right,
  ...(separates === undefined ? {} : { separates: Number(separates.toFixed(3)) }),
  answers: Object.fromEntries(answers.map(({ answer, n }) => [answer, n])),
  certainty,
  ...(doubts.length > 0 ? { doubts } : {}),
})

const show = (results) => {
  const statistics = statisticsOf(results)
  const scores = results.map((result) =>
    share([...result.values()].filter(({ right }) => right).length, result.size),
  )
  const marked = statistics.some(({ certainty }) => certainty.some(([seen]) => seen > 0))
  main.replaceChildren(
    headed(
      words.scores,
      words.scoresAbout,
      make('p', {}, fill(words.average, { share: percent().format(mean(scores)) })),
      ...(results.length < enough ? [make('p', { class: 'few' }, words.few)] : []),
      scorePlot(scores),
    ),
    headed(
      words.objectives,
      '',
      table([words.objective, words.right, words.questions], objectiveRows(statistics)),
    ),
    headed(
      words.questions,
      `${words.rightAbout} ${words.separatesAbout}`,
      table([words.question, words.right, words.separates, words.answers], statistics.map(questionRow)),
    ),
    ...(marked
      ? [
          headed(
            words.certainty,
            words.certaintyAbout,
            table([words.sureHow, words.answersGiven, words.right], certaintyRows(statistics)),
          ),
        ]
      : []),
    headed(
      words.keep,
      words.keepAbout,
      make(
        'p',
        {},
        kept(statistics, results).map(([quiz, text]) => {
          const save = make('button', { type: 'button' }, `${quiz}.stats.json`)
          save.addEventListener('click', () => {
            const link = make('a', {
              href: URL.createObjectURL(new Blob([text], { type: 'application/json' })),
              download: `${quiz}.stats.json`,
            })
            link.click()
            setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
          })
          return save
        }),
      ),
    ),
  )
}

/** Results by what they say, so that none counts twice. */
const read = new Map()
/** What was left out at last, since the same was read before. */
let leftOut = []

/** Says how many were read, and what else is to be said; shows the figures of all. */
const report = (...more) => {
  told.textContent = [
    fill(words.read[plural().select(read.size)] ?? words.read.other, { n: read.size }),
    ...more,
  ].join(' ')
  if (read.size > 0) show([...read.values()])
}

const take = async (files) => {
  const twice = []
  const refused = { refused: [], refusedBook: [] }
  const rows = []
  for (const file of files) {
    const { same, result, why, row } = await readClassFile(file, unit)
    if (why === 'refusedRow') rows.push(fill(words.refusedRow, { file: file.name, row }))
    else if (why) refused[why].push(file.name)
    else if (read.has(same)) twice.push({ name: file.name, result })
    else read.set(same, result)
  }
  const lists = { ...refused, twice: twice.map(({ name }) => name) }
  report(
    ...Object.entries(lists)
      .filter(([, names]) => names.length > 0)
      .map(([why, names]) => fill(words[why], { files: names.join(', ') })),
    ...rows,
  )
  // In an order that was shared, two who had all right saved the same.
  leftOut = twice
  countTwice.hidden = twice.length === 0
}

countTwice.addEventListener('click', () => {
  for (const { name, result } of leftOut) read.set(Symbol(name), result)
  countTwice.hidden = true
  report()
})
input.addEventListener('change', () => take([...input.files]))
// Wherever on the page: beside the field a browser would open the file instead, and all results were gone.
for (const name of ['dragover', 'drop'])
  addEventListener(name, (event) => {
    event.preventDefault()
    area.classList.toggle('over', name === 'dragover')
    if (name === 'drop') take([...event.dataTransfer.files])
  })
addEventListener('dragleave', () => area.classList.remove('over'))
area.hidden = false
