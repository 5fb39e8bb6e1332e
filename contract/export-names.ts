/**
 * What a unit can be exported to, as `--only`, `"exports"` of facts/unit.json and folders of `exports/` call it;
 * in the order of the index.
 */
export const exportNames = ['moodle', 'gift'] as const

export type ExportName = (typeof exportNames)[number]
