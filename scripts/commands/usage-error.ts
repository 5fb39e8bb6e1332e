/** A call that cannot be understood; its message says what was expected. */
export class UsageError extends Error {}
