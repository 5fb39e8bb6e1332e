import { expect, test } from 'vitest'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { distil, draftOf } from '../../scripts/drafts/distil.ts'
import { DraftFile } from '../../scripts/drafts/draft-schema.ts'
import { proposeFact } from '../../scripts/drafts/propose-fact.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { bridge, passage } from './drafting.ts'

test('fills in what a passage shows, each value with its reason, and leaves the sentence to the author', async () => {
  const { base, source, article } = await bridge()
  const reader = await openReader('en')
  const { fact, reasons, newActors, disagreements, sums } = proposeFact(
    passage(article, 'Mayor Ida Lind said it had reportedly cost more than\n40 million crowns'),
    { base, source, article, ...(reader ? { reader } : {}) },
  )
  expect({ fact, reasons, newActors, disagreements, sums }).toMatchInlineSnapshot(`
    {
      "disagreements": [],
      "fact": {
        "actors": [
          "ida-lind",
        ],
        "evidence": [
          {
            "end": 115,
            "sha256": "c0227653a74b2d872c92d496227351330a0cec2ca8fd36d0c74b1ee5d9faf80e",
            "source": "bridge-opening",
            "start": 45,
          },
        ],
        "id": "ida-lind-crowns-mayor",
        "places": [],
        "quantities": [
          {
            "bound": "moreThan",
            "id": "crowns",
            "label": "crowns",
            "unit": "crowns",
            "value": 40000000,
          },
        ],
        "saidBy": [
          "ida-lind",
        ],
        "short": "",
        "statement": "",
        "status": "reported",
        "tags": [
          "cost",
        ],
        "via": [],
      },
      "newActors": [],
      "reasons": [
        {
          "because": "“reportedly” in the passage",
          "of": "status",
        },
        {
          "because": "“more than 40 million crowns”",
          "of": "quantities.0",
        },
        {
          "because": "of the topic "cost"",
          "of": "tags",
        },
      ],
      "sums": [],
    }
  `)
})

test('names who is new, with a guess at what they are, and whom words come through', async () => {
  const { base, source } = await bridge()
  const reader = await openReader('en')
  const article = new ArticleText(
    'The Northern Harbour Institute, a research group, found that 31 boats had been lost since March 2021, Coast News reports citing Captain Olle Berg. ' +
      'They lay near Holmvik.',
  )
  const whole = { start: 0, end: article.length }
  const { fact, newActors } = proposeFact(whole, { base, source, article, ...(reader ? { reader } : {}) })
  expect(newActors.map(({ name, kind, role, as }) => `${name}: ${kind} ${role ?? ''} ${as.join()}`))
    .toMatchInlineSnapshot(`
      [
        "Northern Harbour Institute: organisation  actors,saidBy",
        "Coast News: media  actors,via",
        "Captain Olle Berg: person  actors,via",
      ]
    `)
  expect(fact.places).toEqual(['Holmvik'])
})

test('“he said” goes back to the one who spoke before', async () => {
  const { base, source } = await bridge()
  const article = new ArticleText('Ida Lind said the bridge was safe. Nobody was hurt, she said.')
  const { fact, reasons } = proposeFact(passage(article, 'Nobody was hurt, she said.'), {
    base,
    source,
    article,
  })
  expect(fact.saidBy).toEqual(['ida-lind'])
  expect(reasons.find(({ of }) => of === 'saidBy')?.because).toContain('pin those words too')
})

test('distils what no fact tells yet, as drafts that their schema accepts', async () => {
  const { base, source, article } = await bridge()
  const drafts = distil({ base, source, article })
  expect(drafts.map(({ fact }) => article.span(fact.evidence[0]!.start, fact.evidence[0]!.end))).toEqual([
    'The new harbour bridge opened on 3 May 2024.',
    'About 12,000 people crossed\non the first day, the harbour board estimates.',
  ])
  const file = { source: source.id, sha256: article.sha256, drafts: drafts.map(draftOf) }
  const { drafts: read } = DraftFile.parse(file)
  expect(read).toHaveLength(2)
  // What is drafted or left out is not drafted again.
  const { start, end, sha256 } = drafts[1]!.fact.evidence[0]!
  expect(
    distil({ base, source, article }, { drafts: read.slice(0, 1), leftOut: [{ start, end, sha256 }] }),
  ).toEqual([])
})
