import type { ServerResponse } from 'node:http'
import type { Model } from '../../drafts/model/model.ts'
import type { Reader } from '../../languages/reading.ts'
import type { Desk } from './desk.ts'

/** What a running studio serves. */
export interface Served {
  desk(): Desk
  /** Goes on with another unit. */
  move(content: string): Promise<void>
  page(): Promise<{ js: string; css: string }>
  reader(): Promise<Reader | undefined>
  /** Who may be asked for drafts; undefined where nobody is set. */
  model: Model | undefined
  listeners: Set<ServerResponse>
}

/** An answer as JSON. */
export interface Sent {
  /** 200 where it is left out. */
  status?: number
  value: unknown
}

/** A question of the page that cannot be answered; the message is for the person at it. */
export class Unanswerable extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
