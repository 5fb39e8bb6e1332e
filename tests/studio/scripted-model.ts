import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface Heard {
  path: string
  headers: IncomingHttpHeaders
  /** What it was asked, all messages in one. */
  text: string
}

/** What a scripted model answers; a status alone is a refusal, undefined no answer. */
type Script = (text: string) => unknown

/**
 * A server that speaks as much of the OpenAI chat protocol as is needed, and says what a script tells it.
 * Gone after the test.
 */
export async function scriptedModel(script: Script): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { messages } = JSON.parse(Buffer.concat(parts).toString()) as { messages: { content: string }[] }
      const text = messages.map(({ content }) => content).join('\n')
      heard.push({ path: request.url ?? '', headers: request.headers, text })
      const answer = script(text)
      if (answer === undefined) return
      if (typeof answer === 'number') {
        // Some vendors repeat the key.
        response.writeHead(answer).end(`refused: ${request.headers.authorization ?? ''}`)
        return
      }
      const content = typeof answer === 'string' ? answer : JSON.stringify(answer)
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, heard }
}

/** What of a question tells which task it is. */
export function taskOf(text: string): 'facts' | 'wordings' | 'questions' | 'distractors' | 'opinion' {
  if (text.includes('List up to 8 facts')) return 'facts'
  if (text.includes('in three ways')) return 'wordings'
  if (text.includes('Write two questions')) return 'questions'
  if (text.includes('Write four wrong answers')) return 'distractors'
  return 'opinion'
}
