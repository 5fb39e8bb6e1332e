// The questions, taken from the page itself: what is read without the player is what the player asks. A
// second copy of every text as JSON would make a page of twenty questions more than a kilobyte heavier,
// compressed.

import type { PlayerFact, PlayerQuestion } from '../../../contract/player-view.ts'
import { playerOf } from '../../../question-types/players.ts'
import { elementsIn as all, textIn as text } from '../../../question-types/read-texts.ts'

/** Reads the answers section of page.njk; texts are taken as text, never as markup. */
export function readQuestions(page: ParentNode): PlayerQuestion[] {
  return all(page, '[data-question]').map((item) => {
    const { question, hash, kind, objective, glosses } = item.dataset
    return {
      ...playerOf({ kind: kind! }).read(item),
      id: question!,
      hash: hash!,
      kind: kind!,
      objective: objective!,
      stem: text(item, '.stem'),
      hint: text(item, '.hint'),
      glosses: (glosses ?? '').split(' ').flatMap((word) => glossAt(page, word)),
      facts: all(item, '[href^="#fact-"]').map((link) => factAt(page, link.textContent!)),
    }
  })
}

function glossAt(page: ParentNode, word: string): PlayerQuestion['glosses'] {
  const gloss = word === '' ? null : page.querySelector<HTMLElement>(`#word-${word}`)
  return gloss ? [{ name: text(gloss, 'dt'), text: text(gloss, 'dd') }] : []
}

function factAt(page: ParentNode, place: string): PlayerFact {
  const fact = page.querySelector<HTMLElement>(`#fact-${place}`)!
  return {
    statement: text(fact, '.statement'),
    status: fact.dataset['status'] as PlayerFact['status'],
    statusLabel: text(fact, '.status'),
    attribution: text(fact, '.attribution'),
    evidence: all(fact, '.evidence').map((each) => ({
      title: text(each, 'cite'),
      place: text(each, '.place'),
    })),
    note: text(fact, '.note'),
    telling: text(fact, '.telling'),
    links: all(fact, '.more a').map((link) => ({
      href: link.getAttribute('href')!,
      text: link.textContent!,
    })),
    disagreements: all(fact, '.disagreement').map((other) => ({
      statement: text(other, '.other'),
      citation: text(other, '.source'),
      reading: text(other, '.reading'),
    })),
  }
}
