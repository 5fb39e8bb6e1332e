import { expect, test } from 'vitest'
import { planDeck } from '../../scripts/decks/plan/plan-deck.ts'
import { planWithoutOutline } from '../../scripts/decks/plan/without-outline.ts'
import { amount, fact, material, outline, question } from './material.ts'

const plants = material([
  fact('sugar < light', { saidBy: ['ada'], status: 'estimated', note: 'Nobody weighed it' }),
  fact('light'),
  amount('rain', 'rain', 40, 'litres', {
    evidence: [{ source: 'root', start: 1, end: 5, sha256: '0'.repeat(64) }],
  }),
])
const asked = { ...plants, questions: new Map([['needs-light', question('needs-light', plants, 'light')]]) }

test('a small deck as a whole', () => {
  const deck = planDeck(
    outline([
      { take: { topic: 'plants' } },
      { question: 'needs-light' },
      { markdown: 'garden/intro.md' },
      { discuss: 'Why?', points: ['Sun'] },
    ]),
    asked,
  )
  expect(JSON.stringify(deck, null, 1)).toMatchInlineSnapshot(`
    "{
     "id": "garden",
     "title": "The garden",
     "summary": "How a garden lives.",
     "audience": "Gardeners",
     "minutes": 20,
     "language": "en",
     "unit": "Garden",
     "author": "",
     "objectives": [
      "Tell a leaf from a root"
     ],
     "slides": [
      {
       "kind": "layout",
       "layout": "cover",
       "props": {
        "title": "The garden",
        "audience": "Gardeners",
        "minutes": 20,
        "unit": "Garden"
       },
       "facts": [],
       "questions": [],
       "id": "cover",
       "notes": {
        "say": [
         "How a garden lives."
        ],
        "sources": [],
        "minutes": 0.5
       }
      },
      {
       "kind": "layout",
       "layout": "agenda",
       "props": {
        "title": "Objectives and agenda",
        "objectives": [
         "Tell a leaf from a root"
        ],
        "sections": [
         {
          "title": "Plants",
          "minutes": 15.5
         }
        ]
       },
       "facts": [],
       "questions": [],
       "id": "agenda",
       "notes": {
        "say": [
         "What we want to reach: Tell a leaf from a root.",
         "The way there: Plants."
        ],
        "sources": [],
        "minutes": 1.5
       }
      },
      {
       "kind": "layout",
       "layout": "section",
       "props": {
        "title": "Plants",
        "number": 1,
        "of": 1,
        "minutes": 15.5
       },
       "facts": [],
       "questions": [],
       "id": "section-1",
       "notes": {
        "say": [
         "Part 1 of 1: Plants."
        ],
        "sources": [],
        "minutes": 0.5
       }
      },
      {
       "kind": "layout",
       "layout": "statement",
       "props": {
        "title": "There is light",
        "fact": {
         "id": "light",
         "short": "There is light",
         "statement": "There is light.",
         "status": "documented",
         "statusLabel": "Documented",
         "attribution": "The article itself (Leaf Weekly)",
         "citation": "Leaf Weekly, 18 June 2024"
        }
       },
       "facts": [
        "light"
       ],
       "questions": [],
       "id": "light",
       "notes": {
        "say": [
         "There is light.",
         "Who says so: The article itself (Leaf Weekly). It is documented: the text shows it, and nobody in it doubts it."
        ],
        "sources": [
         "Leaf Weekly, 18 June 2024, characters 10–20"
        ],
        "minutes": 1.5
       }
      },
      {
       "kind": "layout",
       "layout": "statement",
       "props": {
        "title": "There is sugar",
        "fact": {
         "id": "sugar",
         "short": "There is sugar",
         "statement": "There is sugar.",
         "status": "estimated",
         "statusLabel": "Estimate",
         "attribution": "ADA",
         "citation": "Leaf Weekly, 18 June 2024",
         "note": "Nobody weighed it"
        }
       },
       "facts": [
        "sugar"
       ],
       "questions": [],
       "id": "sugar",
       "notes": {
        "say": [
         "There is sugar.",
         "Who says so: ADA. It is an estimate that somebody worked out, not a count.",
         "Nobody weighed it."
        ],
        "sources": [
         "Leaf Weekly, 18 June 2024, characters 10–20"
        ],
        "minutes": 1.5
       }
      },
      {
       "kind": "layout",
       "layout": "figure",
       "props": {
        "title": "There is rain",
        "fact": {
         "id": "rain",
         "short": "There is rain",
         "statement": "There is rain.",
         "status": "documented",
         "statusLabel": "Documented",
         "attribution": "The article itself (an article without a named publisher)",
         "citation": "publisher not named, 2023 (inferred)"
        },
        "quantity": {
         "label": "rain",
         "text": "40 litres",
         "figure": "40",
         "low": 40,
         "high": 40,
         "unit": "litres",
         "bound": "exact"
        },
        "comparison": []
       },
       "facts": [
        "rain"
       ],
       "questions": [],
       "id": "rain",
       "notes": {
        "say": [
         "There is rain.",
         "Who says so: The article itself (an article without a named publisher). It is documented: the text shows it, and nobody in it doubts it."
        ],
        "sources": [
         "publisher not named, 2023 (inferred), characters 1–5"
        ],
        "minutes": 1.5
       }
      },
      {
       "kind": "layout",
       "layout": "checkpoint",
       "props": {
        "title": "Checkpoint",
        "question": {
         "id": "needs-light",
         "stem": "What does a plant need?",
         "kind": "single",
         "options": [
          {
           "letter": "A",
           "text": "Noise",
           "correct": false,
           "because": "A plant has no ears"
          },
          {
           "letter": "B",
           "text": "Light.",
           "correct": true,
           "because": "It makes sugar with it."
          }
         ],
         "attribution": "The article itself (Leaf Weekly)",
         "citation": "Leaf Weekly, 18 June 2024"
        }
       },
       "facts": [],
       "questions": [
        "needs-light"
       ],
       "id": "needs-light",
       "notes": {
        "say": [
         "What does a plant need?",
         "Answer: B, Light.",
         "Why B: It makes sugar with it.",
         "Why not A: A plant has no ears."
        ],
        "sources": [
         "Leaf Weekly, 18 June 2024, characters 10–20"
        ],
        "minutes": 2.5
       }
      },
      {
       "kind": "handwritten",
       "file": "garden/intro.md",
       "markdown": "# Hello",
       "facts": [],
       "questions": [],
       "id": "garden-intro",
       "notes": {
        "say": [],
        "sources": [],
        "minutes": 2.5
       }
      },
      {
       "kind": "layout",
       "layout": "discussion",
       "props": {
        "title": "Discussion",
        "prompt": "Why?",
        "points": [
         "Sun"
        ],
        "facts": []
       },
       "facts": [],
       "questions": [],
       "id": "discussion",
       "notes": {
        "say": [
         "Why?",
         "Consider: Sun."
        ],
        "sources": [],
        "minutes": 5.5
       }
      },
      {
       "kind": "layout",
       "layout": "recap",
       "props": {
        "title": "To take home",
        "points": [
         {
          "id": "light",
          "short": "There is light",
          "statement": "There is light.",
          "status": "documented",
          "statusLabel": "Documented",
          "attribution": "The article itself (Leaf Weekly)",
          "citation": "Leaf Weekly, 18 June 2024"
         }
        ]
       },
       "facts": [
        "light"
       ],
       "questions": [],
       "id": "recap",
       "notes": {
        "say": [
         "There is light."
        ],
        "sources": [
         "Leaf Weekly, 18 June 2024, characters 10–20"
        ],
        "minutes": 2
       }
      },
      {
       "kind": "layout",
       "layout": "sources",
       "props": {
        "title": "Sources",
        "sources": [
         {
          "id": "leaf",
          "title": "The leaf",
          "publisher": "Leaf Weekly",
          "date": "18 June 2024",
          "basis": "printed",
          "relays": []
         },
         {
          "id": "root",
          "title": "The root",
          "date": "2023",
          "basis": "inferred",
          "why": "it speaks of \\"next year, 2024\\"",
          "relays": []
         }
        ]
       },
       "facts": [],
       "questions": [],
       "id": "sources",
       "notes": {
        "say": [
         "Everything on these slides can be looked up in these texts.",
         "The leaf. It bears the date 18 June 2024.",
         "The root. Its date, 2023, is inferred: it speaks of \\"next year, 2024\\"."
        ],
        "sources": [],
        "minutes": 0.5
       }
      }
     ]
    }"
  `)
  expect(planWithoutOutline(asked).slides.map((s) => [s.id, s.notes.minutes])).toMatchInlineSnapshot(`
    [
      [
        "cover",
        0.5,
      ],
      [
        "agenda",
        1,
      ],
      [
        "section-1",
        0.5,
      ],
      [
        "light",
        1,
      ],
      [
        "sugar",
        1,
      ],
      [
        "rain",
        1,
      ],
      [
        "needs-light",
        2,
      ],
      [
        "recap",
        1.5,
      ],
      [
        "sources",
        0.5,
      ],
    ]
  `)
})
