const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const time = '(\\d{2}):(\\d{2}):(\\d{2})'

/** The three forms of RFC 9110 5.6.7, the first also with a one-digit day and `UTC`, as many servers send it. */
const forms = [
  new RegExp(`^[A-Za-z]{3}, (?<day>\\d{1,2}) (?<month>[A-Za-z]{3}) (?<year>\\d{4}) ${time} (?:GMT|UTC)$`),
  new RegExp(`^[A-Za-z]{6,9}, (?<day>\\d{2})-(?<month>[A-Za-z]{3})-(?<year>\\d{2}) ${time} (?:GMT|UTC)$`),
  new RegExp(`^[A-Za-z]{3} (?<month>[A-Za-z]{3}) (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`)
]

/**
 * The time of an HTTP-date in milliseconds, or null for what is none. A year of two digits is taken for the last one with
 * these digits that is not more than 50 years after `now`.
 */
export function readHttpDate(text: string, now: Date): number | null {
  const value = text.trim()
  if (value.length > 40) return null
  for (const form of forms) {
    const groups = form.exec(value)?.groups
    if (groups === undefined) continue
    const clock = /(\d{2}):(\d{2}):(\d{2})/.exec(value)!.slice(1).map(Number) as [number, number, number]
    const year = fullYear(groups['year']!, now)
    return asTime([year, months.indexOf(groups['month']!.toLowerCase()), Number(groups['day'])], clock)
  }
  return null
}

function fullYear(digits: string, now: Date): number {
  if (digits.length === 4) return Number(digits)
  const latest = now.getUTCFullYear() + 50
  const year = latest - (latest % 100) + Number(digits)
  return year > latest ? year - 100 : year
}

type Three = readonly [number, number, number]

/** Null for a 32nd of June or a 25th hour; a leap second counts as the second after. */
function asTime([year, month, day]: Three, [hour, minute, second]: Three): number | null {
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return null
  const at = Date.UTC(year, month, day, hour, minute, second)
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day && day > 0 ? at : null
}
