/** One run at a time; what is asked for meanwhile is one more run, however often. */
export interface QueuedRuns {
  /** Asks for a run that sees all changes up to now. */
  ask(change: 'content' | 'templates'): void
  /** Whether a run is asked for that has not begun. */
  waiting(): boolean
  /** Resolves when nothing runs and nothing is asked for. */
  idle(): Promise<void>
}

/** `run` learns whether templates changed since it last began; it must not throw. */
export function queuedRuns(run: (templatesChanged: boolean) => Promise<void>): QueuedRuns {
  let running = Promise.resolve()
  let asked = false
  let templates = false
  return {
    ask(change) {
      // Kept apart from `asked`: a run that content has asked for already must see the new templates, too.
      templates ||= change === 'templates'
      if (asked) return
      asked = true
      running = running.then(() => {
        const changed = templates
        asked = false
        templates = false
        return run(changed)
      })
    },
    waiting: () => asked,
    idle: () => running,
  }
}
