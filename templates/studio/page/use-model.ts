import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ask, Refused } from './server.ts'
import { studio } from './unit.ts'

/** A question to the model: what came back, and whether it is waited for. What goes wrong is shown above. */
export function askModel<T>(path: string): {
  came: ShallowRef<T | undefined>
  waiting: Ref<boolean>
  askFor(body: object): Promise<void>
} {
  const came = shallowRef<T>()
  const waiting = ref(false)
  return {
    came,
    waiting,
    async askFor(body) {
      waiting.value = true
      came.value = undefined
      studio.failed = ''
      try {
        came.value = await ask<T>(path, body)
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown
        studio.failed = thrown.message
      } finally {
        waiting.value = false
      }
    },
  }
}
