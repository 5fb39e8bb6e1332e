// A slide of PowerPoint as plain data.

import type { FactLine } from '../../../../contract/deck.ts'
import type { Shape } from './diagrams/shapes.ts'
import type { Drawing } from './drawings.ts'

/** A paragraph. */
export interface Line {
  text: string
  role: 'big' | 'lead' | 'point' | 'plain' | 'small'
}

export interface Page {
  title: string
  master: 'opening' | 'content'
  lines: Line[]
  table?: { head: string[]; rows: string[][] }
  chart?: { unit: string; bars: { label: string; value: number; text: string }[] }
  drawing?: Drawing
  diagram?: Shape[]
  notes: string[]
}

/** Paragraphs by what they are. */
export const big = (text: string): Line => ({ text, role: 'big' })
export const lead = (text: string): Line => ({ text, role: 'lead' })
export const point = (text: string): Line => ({ text, role: 'point' })
export const plain = (text: string): Line => ({ text, role: 'plain' })
export const small = (text: string): Line => ({ text, role: 'small' })

/** How sure it is, and who says so in which text; the notes have the whole chain. */
export function behind({ statusLabel, said }: FactLine): string {
  return `${statusLabel}: ${said}`
}

/** Without what every slide has. */
export type Body = Partial<Page> & Pick<Page, 'lines'>
