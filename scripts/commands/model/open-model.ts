// The way to a language model: an address that speaks the OpenAI chat protocol, of a program on this machine
// (Ollama, llama.cpp, LM Studio) or of a vendor. Nothing is sent unless the address is set.

import { z } from 'zod'
import { ModelFailed, type Model } from '../../drafts/model/model.ts'
import { UsageError } from '../usage-error.ts'

/** Small models on small machines take their time. */
const patience = 180_000
/** An answer has some hundred words. */
const mostLetters = 2_000_000

const Answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/**
 * The model that the environment names: FACTDECK_MODEL_URL ("http://localhost:11434/v1"),
 * FACTDECK_MODEL_NAME, and FACTDECK_MODEL_KEY where one is asked for. Undefined where no address is set.
 * The key goes into the header of requests to that address and nowhere else.
 * @throws UsageError for an address that is none, or to which a key must not go
 */
export function openModel(
  env: Readonly<Record<string, string | undefined>>,
  timeout = patience,
): Model | undefined {
  const given = env['FACTDECK_MODEL_URL']?.trim()
  if (!given) return undefined
  const name = env['FACTDECK_MODEL_NAME']?.trim()
  const key = env['FACTDECK_MODEL_KEY']?.trim()
  const url = addressFrom(given)
  if (!name)
    throw new UsageError(
      'Unexpected FACTDECK_MODEL_URL without FACTDECK_MODEL_NAME, expected the name of the model as its server has it, for example llama3.1',
    )
  if (key && url.protocol !== 'https:' && !isThisMachine(url))
    throw new UsageError(
      `Unexpected FACTDECK_MODEL_KEY for ${url.host} without encryption, expected an address that begins with https://; everybody on the way could read the key`,
    )
  return {
    name,
    host: url.host,
    async ask(messages) {
      const response = await fetch(url, {
        method: 'POST',
        // Another address was not agreed to.
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ model: name, messages, temperature: 0, stream: false }),
      }).catch((thrown: unknown) => {
        throw new ModelFailed(silence(thrown, url, timeout))
      })
      if (!response.ok) throw new ModelFailed(refusal(response.status, url, name))
      const text = await textOf(response).catch((thrown: unknown) => {
        throw new ModelFailed(silence(thrown, url, timeout))
      })
      try {
        return Answer.parse(JSON.parse(text)).choices[0]!.message.content
      } catch {
        throw new ModelFailed(
          `Unexpected answer from ${url.host}, expected one of the OpenAI chat protocol; FACTDECK_MODEL_URL is the address before /chat/completions, for example http://localhost:11434/v1`,
        )
      }
    },
  }
}

function addressFrom(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      'Unexpected FACTDECK_MODEL_URL, expected an address such as http://localhost:11434/v1; unset it to go on without a model',
    )
  if (url.username || url.password)
    throw new UsageError('Unexpected password in FACTDECK_MODEL_URL, expected it in FACTDECK_MODEL_KEY')
  if (!url.pathname.endsWith('/chat/completions'))
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`
  return url
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** What the server says of a refusal is not repeated: some repeat the key in it. */
function refusal(status: number, { host }: URL, name: string): string {
  if (status === 401 || status === 403)
    return `Unexpected refusal by ${host} (${status}), expected it to take the key; set FACTDECK_MODEL_KEY`
  if (status === 404)
    return `Unexpected answer of ${host} (404), expected it to know the model "${name}" and the address; look at FACTDECK_MODEL_NAME and FACTDECK_MODEL_URL, or fetch the model (ollama pull ${name})`
  if (status === 429)
    return `Unexpected refusal by ${host} (429), expected room for one more request; wait and ask again`
  return `Unexpected answer of ${host} (${status}), expected a draft; ask again, or look at what that server says`
}

function silence(thrown: unknown, { host }: URL, timeout: number): string {
  const { name } = thrown as Error
  if (name === 'TimeoutError')
    return `Unexpected silence of ${host} for ${Math.round(timeout / 1000)} seconds, expected an answer; ask again, or set FACTDECK_MODEL_NAME to a smaller model`
  if (thrown instanceof RangeError)
    return `Unexpected length of the answer from ${host}, expected some sentences; ask again`
  return `Unexpected silence of ${host}, expected a model there; start it (for example ollama serve), or unset FACTDECK_MODEL_URL to go on without`
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true })
    if (text.length > mostLetters) throw new RangeError('too long')
  }
  return text + decoder.decode()
}
