// The player of one quiz.

import { startPlayer } from './start-player.ts'
import StartScreen from './StartScreen.vue'
import { openStore } from './store.ts'

startPlayer(StartScreen, openStore)
