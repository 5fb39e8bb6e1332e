// The service worker of learn.html, by Workbox: what it needs is kept when it is installed; other pages of
// the unit are kept once they were looked at, and come from the network as long as there is one.

import { precacheAndRoute, cleanupOutdatedCaches, type PrecacheEntry } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'

declare const self: EventTarget & {
  /** Filled in by the build. */
  __WB_MANIFEST: PrecacheEntry[]
  skipWaiting(): Promise<void>
}

cleanupOutdatedCaches()
// oxlint-disable-next-line no-underscore-dangle -- Workbox calls it so.
precacheAndRoute(self.__WB_MANIFEST)
registerRoute(({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate', new NetworkFirst())
// The page asks, once the learner has said so: nothing changes under an answer.
self.addEventListener('message', (event) => {
  if ((event as MessageEvent<{ type?: string }>).data?.type === 'SKIP_WAITING') void self.skipWaiting()
})
