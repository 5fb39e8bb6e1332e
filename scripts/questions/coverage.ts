export function coverage(..._args: unknown[]): object { return {} }
export function formatCoverage(_c: object): string { return '' }
