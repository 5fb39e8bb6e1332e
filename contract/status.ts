/** How sure a fact is, as far as its article lets us know. */
export const statuses = ['documented', 'reported', 'alleged', 'estimated', 'planned', 'opinion'] as const
export type Status = (typeof statuses)[number]
