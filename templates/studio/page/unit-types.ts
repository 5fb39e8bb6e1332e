// What files of a unit hold, as far as the page reads them; what an author left out is absent.

interface Quantity {
  id: string
  label: string
  value?: number
  low?: number
  high?: number
  unit: string
  bound?: string
  display?: string
}

export interface Evidence {
  source: string
  start: number
  end: number
  sha256: string
}

interface When {
  from?: string
  to?: string
  precision: string
  resolved?: string
}

/** A fact as its file has it; what an author left out is absent. */
export interface Fact {
  id: string
  statement: string
  short: string
  saidBy?: string[]
  via?: string[]
  status: string
  when?: When
  quantities?: Quantity[]
  actors?: string[]
  places?: string[]
  tags: string[]
  evidence: Evidence[]
  notInEvidence?: { text: string; rule?: string; why: string }[]
  disagreesWith?: { fact: string; about: string; reading: string }[]
  arithmetic?: Record<string, unknown>
  telling?: string
  note?: string
  [key: string]: unknown
}

export interface Source {
  id: string
  file: string
  title: string
  publisher?: string
  author?: string
  published?: { date: string; basis: string; why?: string }
  url?: string
  [key: string]: unknown
}

export interface Actor {
  id: string
  name: string
  kind: string
}

export interface Topic {
  file: string
  id: string
  title: string
  summary: string
  facts: Fact[]
}

export interface Question {
  id: string
  kind?: string
  stem: string
  facts: string[]
  level: string
  objective: string
  hint?: string
  [key: string]: unknown
}

export interface Bank {
  file: string
  id: string
  title: string
  summary: string
  deck?: string
  objectives: { id: string; text: string }[]
  questions: Question[]
}

export interface OutlineSlide {
  facts?: string[]
  question?: string
  discuss?: string
  points?: string[]
  markdown?: string
  take?: { topic?: string; tag?: string }
  title?: string
  minutes?: number
  [key: string]: unknown
}

export interface OutlineSection {
  title: string
  question?: string
  minutes?: number
  slides: OutlineSlide[]
}

export interface Outline {
  file: string
  id: string
  title: string
  summary: string
  audience: string
  minutes: number
  objectives: string[]
  sections: OutlineSection[]
}
