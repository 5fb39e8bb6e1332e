// Installing and working offline, where the page is served; a page that lies on the device does so already.

interface Events {
  /** A newer version is kept; `reload` shows it. */
  newer(reload: () => void): void
  /** The page works without a network from now on. */
  offline(): void
}

/** Registers the service worker that lies beside the page. Does nothing where browsers allow none. */
export function whenNewer({ newer, offline }: Events): void {
  if (!location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return
  const manifest = document.createElement('link')
  manifest.rel = 'manifest'
  manifest.href = 'learn.webmanifest'
  document.head.append(manifest)
  void register(newer, offline).catch(() => {
    // Without it the page is what it was: one that needs a network to be opened.
  })
}

async function register(newer: Events['newer'], offline: Events['offline']): Promise<void> {
  const { serviceWorker } = navigator
  const hadOne = serviceWorker.controller !== null
  const registration = await serviceWorker.register('learn-worker.js')
  void serviceWorker.ready.then(offline)
  const tell = (worker: ServiceWorker | null): void => {
    if (!worker) return
    const look = (): void => {
      if (worker.state !== 'installed' || !serviceWorker.controller) return
      newer(() => {
        serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
        worker.postMessage({ type: 'SKIP_WAITING' }, [])
      })
    }
    worker.addEventListener('statechange', look)
    look()
  }
  if (hadOne) tell(registration.waiting)
  registration.addEventListener('updatefound', () => tell(registration.installing))
}
