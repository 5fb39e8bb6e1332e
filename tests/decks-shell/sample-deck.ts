// A deck with one slide of every kind that the shell must show like Slidev does.

/** Text that breaks a deck or runs where it is taken for Markdown, HTML, YAML or Vue. */
export const hostile = `<img src=x onerror="window.broken = 1"> {{ 7 * 7 }} --- </script> $a$ --> &amp; ::right:: \`tick\``

const json = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('--', String.raw`\u002d\u002d`)
    .replaceAll('$', String.raw`\u0024`)

/** What an author may write by hand that needs no compiler of its own: Markdown, then Vue with clicks. */
export const byHand = `---
layout: default
---

# Written by hand

With *emphasis*, a [link](https://example.org), "quotes" and a list:

- one
- two \`{{ code }}\`

---
layout: default
---

# Vue {{ 6 * 7 }}

<div class="grid grid-cols-3"><b :title="'page ' + $page">on page {{ $page }}</b> <span v-click>after a click</span></div>

<v-clicks>

- alpha \`{{ code }}\`
- back [to two](2)

</v-clicks>
`

/** The deck; `title` tells decks apart, `statement` is what its second slide says. */
export function sampleDeck({ title = 'Tides and bridges', statement = hostile } = {}): string {
  return `---
theme: ./theme
title: ${json(title)}
titleTemplate: '%s'
author: A. Teacher
layout: cover
routerMode: hash
fonts: { "provider": "none" }
drawings: { "enabled": false }
favicon: "data:,"
mdc: false
monaco: false
record: false
lang: en-GB
audience: ${json(`For ${hostile}`)}
---

<!--
Welcome them.
-->

---
layout: statement
title: "Tides"
fact: ${json({ statement, status: 'documented' })}
---

<!--
Say this about tides. [click] Then **that**.
-->

---
layout: checkpoint
title: "Check"
question: ${json({
    stem: 'What pulls the water?',
    options: [
      { text: 'The moon', because: 'It is near.' },
      { text: 'The wind', because: 'It makes waves, not tides.' },
    ],
  })}
---

<!-- The answer is the moon. -->

---
layout: statement
title: "Bridges"
fact: ${json({ statement: 'A bridge carries its own weight first.', status: 'reported' })}
---

${byHand}`
}

/** Bodies that only Slidev's compiler can make something of. */
export const compiledBodies = [
  `# Counted

<script setup>
import { ref } from 'vue'
const boats = ref(2)
</script>

<button class="text-red-500 p-2" @click="boats++">boats: {{ boats }} on {{ $page }}</button>

<div v-click>later</div>

<style>
h1 { letter-spacing: 3px }
</style>`,
  `# Written

\`\`\`js {1|2}
const rope = '{{ long }}'
const knot = 4
\`\`\`

It is $\\sqrt{4^2 + 3^2} = 5$ long, "they" say.

- [x] done`,
]

/** The deck with these slides at its end. */
export function withCompiledSlides(deck: string): string {
  return [deck, ...compiledBodies.map((body) => `\n---\nlayout: default\nclass: own\n---\n\n${body}\n`)].join(
    '',
  )
}
