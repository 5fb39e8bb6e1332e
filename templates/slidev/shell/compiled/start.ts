// Starts a hosted page: first the compiled slides of its deck, then Slidev's client. Slides count their
// clicks when they are mounted, so none may come later.

import loaders from 'factdeck:slides'
import { pageDeck } from '../client/page.ts'
import { register } from './registry.ts'

const keys = new Set(pageDeck.slides.flatMap(({ module }) => module ?? []))

void Promise.all(
  Array.from(keys, async (key) => {
    const slide = await loaders[key]?.()
    if (slide) register(key, slide.default)
  }),
).then(() => import('@slidev/client/main.ts'))
