import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/**
 * One rule over the fact base: names every violation, not only the first. Pure, in no need of the article
 * texts.
 */
export type FactCheck = (base: FactBase) => Diagnostic[]
