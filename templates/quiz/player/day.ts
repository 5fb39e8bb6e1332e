// Calendar days of the device as ISO dates: schedules think in days, not in moments.

export function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0')
}

/** The device's day, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return isoDay(moment.getTime() - moment.getTimezoneOffset() * 60_000)
}

/**
 * The day in UTC of a moment in milliseconds since 1970, as `isDay` takes it: a clock of which the battery is
 * empty says 1970, and what was answered then is to count too.
 */
function isoDay(moment: number): string {
  const day = new Date(moment).toISOString().slice(0, 10)
  return day < '2' ? '2000-01-01' : day
}

/** The device's time of day, `HH:MM`. */
export function timeOf(moment: Date): string {
  return moment.toTimeString().slice(0, 5)
}

/** Whether this is a day that exists, between the years 2000 and 2999. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^2\d{3}-\d\d-\d\d$/.test(text)) return false
  const moment = Date.parse(text)
  return moment > 0 && isoDay(moment) === text
}

/** A date without a time is one in UTC (ECMA-262, Date Time String Format). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * 86_400_000)
}
