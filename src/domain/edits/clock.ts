import { Cursor, textBefore } from './cursor.ts'

const hour = /(?:[01]?\d|2[0-4])(?!\d)/y
const colon = /:[0-5]\d(?::[0-5]\d)?(?!\d)/y
const point = /[.][0-5]\d(?![\d.,]*\d)/y
const half = /[\s\u00a0]?(?:a\.m\.|p\.m\.|am|pm|AM|PM|A\.M\.|P\.M\.)(?!\p{L})/uy
const hourWord =
  /[\s\u00a0]?(?:Uhr|uur|o['\u2019]clock|นาฬิกา|น\.|बजे|hrs)(?!\p{L})|\s?時(?!間)(?:\s?\d{1,2}分|半)?|\s?[时點](?!间)(?:\d{1,2}分|半)?|点(?!\d)(?:\d{1,2}分|半)?|\s?시(?!간)(?:\s?\d{1,2}분)?/uy
const hLetter = /[\s\u00a0]?[hH](?:[\s\u00a0]?[0-5]\d)?(?![\p{L}\p{N}])/uy
/** Before an hour with minutes. */
const before =
  /(?<!\p{L})(?:at|um|gegen|ab|alle|ore|klo|kl|om|à|às|a las|las|saat|o|o godz|godz|godzinie|о|об|в|у|στις|เวลา|الساعة|ساعت|בשעה|बजे)\.?[\s\u00a0]+$/iu
/** Before an hour alone, which nothing else follows so. */
const beforeHour =
  /(?<!\p{L})(?:o'clock|a las|às|alle ore|ore|godz|godzinie|saat|στις|الساعة|ساعت|בשעה)\.?[\s\u00a0]+$/iu
const partOfDay = /(?:午前|午後|上午|下午|晚上|凌晨|早上|傍晚|오전|오후)\s?$/u

/** A time of day that begins with the digits at `from`, or with the part of the day before them. */
export function timeAt(text: string, from: number): { from: number; to: number } | null {
  const cursor = new Cursor(text, from)
  if (cursor.take(hour) === null) return null
  const ahead = textBefore(text, from)
  const part = partOfDay.exec(ahead)
  const begins = from - (part?.[0].length ?? 0)
  if (cursor.take(colon) !== null) return { from: begins, to: endOf(cursor) }
  if (cursor.take(hourWord) !== null || cursor.take(half) !== null) return { from: begins, to: cursor.at }
  const afterHour = cursor.at
  if (cursor.take(point) !== null) {
    const minutes = cursor.at
    const end = endOf(cursor)
    if (end > minutes || before.test(ahead)) return { from: begins, to: end }
    cursor.at = afterHour
  }
  if (cursor.take(hLetter) !== null) return { from: begins, to: cursor.at }
  return part !== null || beforeHour.test(ahead) ? { from: begins, to: afterHour } : null
}

/** Past what may follow the minutes: PM, Uhr. */
function endOf(cursor: Cursor): number {
  if (cursor.take(half) === null) cursor.take(hourWord)
  return cursor.at
}
