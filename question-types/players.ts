// The table of question types in the quiz player.

import { choicePlayer } from './choice/player.ts'
import { matchPlayer } from './match/player.ts'
import { numericPlayer } from './numeric/player.ts'
import { orderPlayer } from './order/player.ts'
import { trueFalsePlayer } from './true-false/player.ts'
import { writtenPlayer } from './written/player.ts'
import type { PlayerQuestion } from '../contract/player-view.ts'
import type { PlayerType } from './player-type.ts'

const players: Readonly<Record<string, PlayerType>> = {
  single: choicePlayer,
  multiple: choicePlayer,
  numeric: numericPlayer,
  'true-false': trueFalsePlayer,
  order: orderPlayer,
  match: matchPlayer,
  'short-answer': writtenPlayer,
  cloze: writtenPlayer,
}

/** The player's half of the type of a question. */
export function playerOf({ kind }: Pick<PlayerQuestion, 'kind'>): PlayerType {
  return players[kind]!
}
