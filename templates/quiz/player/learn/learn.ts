// The player of all quizzes of a unit.

import { startPlayer } from '../start-player.ts'
import LearnScreen from './LearnScreen.vue'
import SessionTools from './SessionTools.vue'
import { openUnitStore, type UnitBank } from './unit-store.ts'

startPlayer(LearnScreen, (bank) => openUnitStore(bank as UnitBank), SessionTools)
