import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLocalServer, type LocalServer } from '../../scripts/commands/local-server.ts'

let server: LocalServer
beforeAll(async () => {
  server = await openLocalServer((_, response, path) => {
    if (path === '/broken') throw new Error('broken')
    response.end(`drafts at ${path}`)
  }, 0)
})
afterAll(() => server.close())

/** Status and text of an answer; `fetch` would not let a test name another host. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<[number, string]> {
  const { port, host } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, headers: { host, ...headers }, setHost: false },
      (got) => {
        let text = ''
        got.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        got.on('end', () => resolve([got.statusCode ?? 0, text]))
      },
    )
    sent.on('error', reject).end()
  })
}

const port = (): string => new URL(server.address).port

test('who names this machine is answered, from its own pages too', async () => {
  expect(await ask('/a%20page')).toEqual([200, 'drafts at /a page'])
  for (const host of [`localhost:${port()}`, `127.0.0.1:${port()}`, `[::1]:${port()}`, 'localhost'])
    expect(await ask('/', { host, origin: `http://${host}` }), host).toEqual([200, 'drafts at /'])
})

test('a foreign name that leads to this machine is refused, and so is a foreign page', async () => {
  const hosts = ['evil.example', `evil.example:${port()}`, 'localhost.evil.example', '', 'a b']
  for (const host of hosts) expect((await ask('/', { host }))[0], host).toBe(403)
  const origins = ['http://evil.example', 'null', `http://localhost:${Number(port()) + 1}`]
  for (const origin of origins) expect((await ask('/', { origin }))[0], origin).toBe(403)
})

test('an address that cannot be read and a page that fails get an answer, and the next one is served', async () => {
  for (const path of ['/%', '/%E0%A4%A', '//']) expect((await ask(path))[0], path).toBe(400)
  expect((await ask('/broken'))[0]).toBe(500)
  expect((await ask('/'))[0]).toBe(200)
})
