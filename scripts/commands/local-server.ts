// Servers for the person at this machine: `dev`, `present` and whatever else shows pages from here. They
// listen on the loopback address, and answer only who asked for that: a page from elsewhere may point a name
// of its own at 127.0.0.1 (DNS rebinding) and would read drafts and answer keys with the visitor's browser.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Answers one request; `path` is decoded and begins with a slash. */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void> | void

export interface LocalServer {
  /** "http://localhost:3030/". */
  address: string
  /** Ends open connections too. */
  close(): Promise<void>
}

/**
 * Serves on the loopback address of this machine. Port 0 takes a free one; a port in use makes the next one
 * be tried, as Vite does. A foreign Host or Origin is refused with 403, an address that cannot be read with
 * 400; neither reaches `answer`. What `answer` throws ends that request alone, with 500.
 */
export async function openLocalServer(answer: Answer, port: number): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const path = asked(request)
    const refused = refusal(request) ?? (path === undefined ? badAddress : undefined)
    // Pages of other origins may not embed what is served here either.
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    if (refused || path === undefined) {
      const { status, text } = refused ?? badAddress
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
      return
    }
    void (async () => answer(request, response, path))().catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('this page failed')
    })
  })
  const address = await listen(server, port)
  return {
    address,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Refusal {
  status: number
  text: string
}

const badAddress: Refusal = { status: 400, text: 'this address cannot be read' }

/** The path that was asked for; undefined where it is no text, as `/%`. */
function asked({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

/** A browser names in Host what stands in its address bar, and in Origin the page that asks. */
function refusal({ headers: { host, origin } }: IncomingMessage): Refusal | undefined {
  if (!isLoopback(`http://${host}`))
    return { status: 403, text: 'only this machine is answered: open the address that was printed' }
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, text: 'pages from elsewhere are not answered' }
  return undefined
}

/** Whatever the port: who forwards one to another machine has chosen to. */
function isLoopback(address: string): boolean {
  try {
    return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
  } catch {
    return false
  }
}

async function listen(server: Server, port: number): Promise<string> {
  for (let attempt = port; ; attempt++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(attempt, '127.0.0.1', () => {
          server.off('error', reject)
          resolve()
        })
      })
      const bound = server.address()
      return `http://localhost:${typeof bound === 'object' && bound ? bound.port : attempt}/`
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt >= port + 20) throw thrown
    }
  }
}
