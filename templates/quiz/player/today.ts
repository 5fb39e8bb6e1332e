import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { dayOf } from './day.ts'

/** The device's day, which may change while the page is open. */
export function useToday(): Ref<string> {
  const today = ref(dayOf(new Date()))
  const look = (): void => {
    today.value = dayOf(new Date())
  }
  let looking: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    looking = setInterval(look, 60_000)
    // A device that slept has not counted.
    document.addEventListener('visibilitychange', look)
  })
  onBeforeUnmount(() => {
    clearInterval(looking)
    document.removeEventListener('visibilitychange', look)
  })
  return today
}
