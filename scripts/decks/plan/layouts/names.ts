import type { factLayouts } from '../../outline-schema.ts'
import type { SlideContent } from '../material.ts'

export type FactLayoutName = (typeof factLayouts)[number]

/** A generated slide before it has its id and notes. */
export type LayoutContent = Extract<SlideContent, { kind: 'layout' }>
