// The page's only way to the server.

/** What the server said where it could not do what was asked. */
export class Refused extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  constructor(status: number, body: Record<string, unknown>) {
    super(typeof body['message'] === 'string' ? body['message'] : 'The studio did not answer.')
    this.status = status
    this.body = body
  }
}

/** Asks the server; without a body the question is for what is there. Throws Refused. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  let response: Response
  try {
    response = await fetch(
      path,
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    )
  } catch {
    throw new Refused(0, { message: 'The studio was stopped. What was shown as saved is saved.' })
  }
  const value = (await response.json()) as T
  if (!response.ok) throw new Refused(response.status, value as Record<string, unknown>)
  return value
}

/** The answer to the newest question alone: what came of older ones is out of date. */
export function latest<A, T>(answer: (given: A) => Promise<T>): (given: A) => Promise<T | undefined> {
  let newest = 0
  return async (given) => {
    const own = ++newest
    const value = await answer(given)
    return own === newest ? value : undefined
  }
}
