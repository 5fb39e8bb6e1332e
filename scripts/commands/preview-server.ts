// The server behind `dev` and `present`: pages from memory, and a channel by which open pages learn what
// changed.

import type { ServerResponse } from 'node:http'
import { lookup } from 'mrmime'
import { openLocalServer, type Answer } from './local-server.ts'

export interface PreviewServer {
  /** "http://localhost:3030/". */
  address: string
  /** Paths of the pages that a browser has open. */
  open(): Set<string>
  /**
   * Puts files in the place of all earlier ones and tells open pages which of them differ. `file` makes the
   * one at a path when it is asked for; undefined where there is none. A complaint stays.
   */
  update(
    file: (path: string) => Promise<string | Uint8Array | undefined>,
    changed: readonly string[],
    decks: ReadonlyMap<string, unknown>,
  ): void
  /** Shows texts over every open page until others take their place; an empty list takes them away. */
  complain(lines: readonly string[]): void
  close(): Promise<void>
}

/** Opens it where `openLocalServer` finds a port. */
export async function openPreviewServer(port: number): Promise<PreviewServer> {
  let file: Parameters<PreviewServer['update']>[0] = nothing
  let complaint: readonly string[] = []
  /** With the page that each of them is on. */
  const listeners = new Map<ServerResponse, string>()
  const send = (event: string, data: unknown, to: Iterable<ServerResponse> = listeners.keys()): void => {
    for (const listener of to) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  const answer: Answer = async (request, response, asked) => {
    const path = asked.slice(1)
    if (path === '__factdeck/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      // Otherwise they wait for the first event, and the page does not know that it is heard.
      response.flushHeaders()
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
      listeners.set(response, searchParams.get('page') ?? '')
      request.on('close', () => listeners.delete(response))
      if (complaint.length > 0) send('complaint', complaint, [response])
      return
    }
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const data = await file(name)
    if (data === undefined) {
      const asFolder = !/\.\w+$/.test(name) && (await file(`${name}/index.html`)) !== undefined
      if (!asFolder && complaint.length > 0 && /(?:^|\.html|\/)$/.test(path)) {
        response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        response.end(withClient('<!doctype html><title>factdeck</title><body></body>', name))
        return
      }
      response.writeHead(
        asFolder ? 302 : 404,
        asFolder ? { location: `/${name}/` } : { 'content-type': 'text/plain' },
      )
      response.end(asFolder ? undefined : `no such page: ${name}`)
      return
    }
    response.writeHead(200, {
      'content-type': lookup(name) ?? 'application/octet-stream',
      'cache-control': 'no-store',
    })
    response.end(name.endsWith('.html') ? withClient(String(data), name) : data)
  }
  const server = await openLocalServer(answer, port)

  return {
    address: server.address,
    open: () => new Set(listeners.values()),
    update(next, changed, decks) {
      file = next
      send('changed', { paths: changed, decks: Object.fromEntries(decks) })
    },
    complain(lines) {
      // Said once: what is announced anew is read out anew.
      if (lines.join('\n') === complaint.join('\n')) return
      complaint = lines
      send('complaint', lines)
    },
    async close() {
      for (const listener of listeners.keys()) listener.end()
      await server.close()
    },
  }
}

/**
 * Pages get a listener here only: what is written to disk never has one. Their own policy would forbid it, so
 * it is left out.
 */
function withClient(page: string, name: string): string {
  const script = `<script>(() => {
  const own = ${JSON.stringify(name)}
  const events = new EventSource('/__factdeck/events?page=' + encodeURIComponent(own))
  events.addEventListener('changed', (event) => {
    const { paths, decks } = JSON.parse(event.data)
    if (!paths.includes(own)) return
    const reload = () => location.reload()
    if (decks[own] && !decks[own].style && window.__factdeck) window.__factdeck.show(decks[own]).catch(reload)
    else reload()
  })
  events.addEventListener('complaint', (event) => {
    const lines = JSON.parse(event.data)
    document.getElementById('__factdeck-complaint')?.remove()
    if (lines.length === 0) return
    const box = document.createElement('pre')
    box.id = '__factdeck-complaint'
    box.setAttribute('role', 'alert')
    box.style.cssText = 'position:fixed;inset:auto 0 0 0;z-index:2147483647;margin:0;padding:16px;max-height:60vh;overflow:auto;background:#5c1a1a;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap'
    box.textContent = lines.join('\\n')
    document.body.append(box)
  })
})()</script>`
  const open = page.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/i, '')
  const end = open.lastIndexOf('</body>')
  return end < 0 ? open + script : open.slice(0, end) + script + open.slice(end)
}

async function nothing(): Promise<undefined> {}
