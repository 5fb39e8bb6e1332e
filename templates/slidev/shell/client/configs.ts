// In place of /@slidev/configs: the configuration comes with the page and may change with it.

import { shallowReactive } from 'vue'
import { pageDeck } from './page.ts'

const configs: Record<string, unknown> = shallowReactive({ ...pageDeck.configs })

/** Puts another deck's configuration in place of this one, in the same object. */
export function setConfigs(next: Record<string, unknown>): void {
  for (const key of Object.keys(configs)) if (!(key in next)) delete configs[key]
  Object.assign(configs, next)
}

export default configs
