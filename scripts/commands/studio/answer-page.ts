// What the studio says over HTTP: its page, its state, the slides beside a lesson, and answers to what the page
// posts.

import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { lookup } from 'mrmime'
import { ModelFailed } from '../../drafts/model/model.ts'
import { templatesFolder } from '../../render/open-render.ts'
import { draftsView } from './drafts-view.ts'
import { posted } from './posted.ts'
import { Unanswerable, type Sent, type Served } from './served.ts'
import { articleView } from './studio-answers.ts'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const headers = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Answers a request whose token was right. @param path behind the token, without a slash */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  served: Served,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const preview = /^preview\/(.+)$/.exec(path)?.[1]
  if (preview !== undefined && request.method === 'GET') {
    // Pages of decks state their own policy; only the studio may show them in a frame.
    response.setHeader('content-security-policy', "frame-ancestors 'self'")
    const file = await served.desk().lessons.file(preview)
    if (file) response.writeHead(200, { 'content-type': typeOf(preview) }).end(file.data)
    else send(response, { status: 404, value: { message: 'There is no such slide yet.' } })
    return
  }
  response.setHeader('content-security-policy', policy)
  try {
    if (request.method === 'GET') await got(request, response, path, served)
    else if (request.method === 'POST') send(response, await posted(request, path, served))
    else throw new Unanswerable(405, 'only pages and changes')
  } catch (thrown) {
    const status =
      thrown instanceof Unanswerable
        ? thrown.status
        : thrown instanceof RangeError
          ? 422
          : thrown instanceof ModelFailed
            ? 502
            : undefined
    if (status === undefined) throw thrown
    send(response, { status, value: { message: (thrown as Error).message } })
  }
}

async function got(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { desk, page, listeners, model, reader }: Served,
): Promise<void> {
  const { unit, checked, decks } = desk()
  if (path === '') {
    const text = await readFile(join(templatesFolder, 'studio/index.html'))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
  } else if (path === 'studio.js' || path === 'studio.css') {
    const { js, css } = await page()
    response.writeHead(200, { 'content-type': typeOf(path) }).end(path === 'studio.js' ? js : css)
  } else if (path === 'state.json') {
    send(response, {
      value: {
        state: await unit.state(),
        checked: checked && { ...checked, decks },
        ...(model ? { model: { name: model.name, host: model.host } } : {}),
      },
    })
  } else if (path === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
  } else {
    const [, kind, id] = /^(articles|drafts)\/([a-z0-9-]+)\.json$/.exec(path) ?? []
    if (id === undefined) throw new Unanswerable(404, 'no such page')
    const read = await unit.read()
    send(response, {
      value: kind === 'drafts' ? draftsView(id, read, await reader()) : articleView(id, read),
    })
  }
}

/** Answers with JSON. */
export function send(response: ServerResponse, { status = 200, value }: Sent): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function typeOf(path: string): string {
  const type = lookup(path.endsWith('/') ? 'index.html' : path) ?? 'application/octet-stream'
  return /^text\/|javascript/.test(type) ? `${type}; charset=utf-8` : type
}
