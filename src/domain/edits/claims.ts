import { withoutTime } from './time-words.ts'

/** A line of a page about its own time: "27 Jan, 2026 09:42 / Updated 1 hour ago". */

const separator = /\s+[/|\u00b7\u2022]\s+|\u3000+|(?<=\p{N}[:.]\p{N}{2})\.\s+(?=\p{Lu})/u
const ago = aloneOrWithin(
  'ago hace vor há atrás fa назад منذ قبل לפני πριν önce geleden sedan siden sitten temu',
  'just now,il y a,только что,पहले,前,전,ที่แล้ว,刚刚'
)
const updated = aloneOrWithin(
  'updated modified revised',
  'actualizad,mis à jour,mise à jour,aktualisiert,atualizad,aggiornat,обновлен,تحديث,עודכן,अपडेट,अद्यतन,更新,업데이트,수정,อัปเดต,ενημερώθηκε,ενημέρωση,zaktualizowan,güncellen,bijgewerkt,uppdatera,opdatere,oppdatert'
)
const time =
  /\p{N}|just now|только что|الآن|刚刚|(?<!\p{L})(?:an?|one|un|une|una|um|uma|einer?|einem|час|минуту|ساعة|ساعتين|שעה|שעתיים)(?!\p{L})/iu
/** Words of such a line beside the time itself; a line of the story has others. */
const frame = new Set(
  'last updated modified revised first published posted on at the by zuletzt aktualisiert am um uhr mis mise à jour le última ultima actualización actualizado el a las atualizado atualização em às aggiornato alle il обновлено в последнее обновление'.split(
    ' '
  )
)

export interface ClaimChange {
  readonly rule: 'relative-time' | 'update-line'
  readonly before: string
  readonly after: string
}

/**
 * What changed between two lines where it is only what the page says about its update; null where anything else did.
 * Outside a date line (`strict`) nothing but the time and the words around it may stand there at all.
 */
export function claimChange(before: string, after: string, strict: boolean): ClaimChange | null {
  const [olds, news] = [before.split(separator), after.split(separator)]
  const gone = olds.filter((part) => !news.includes(part))
  const come = news.filter((part) => !olds.includes(part))
  if (gone.length > 1 || come.length > 1 || gone.length + come.length === 0) return null
  const parts = [...gone, ...come]
  if (!parts.every(isShort) || !parts.every((part) => time.test(part))) return null
  if (strict && !parts.every(isFrameOnly)) return null
  const claim = { before: gone[0] ?? '', after: come[0] ?? '' }
  const bothSides = gone.length === come.length
  if (bothSides && parts.every((part) => ago.test(part)) && sameButForTime(claim))
    return { rule: 'relative-time', ...claim }
  const admitted = parts.every((part) => updated.test(part)) && (!bothSides || sameButForTime(claim))
  return admitted ? { rule: 'update-line', ...claim } : null
}

/** "Updated 5 min ago", "Last updated 3 March, 12:38", and nothing else. */
export function isUpdateLine(line: string): boolean {
  return isShort(line) && updated.test(line) && time.test(line) && isFrameOnly(line)
}

function sameButForTime({ before, after }: { before: string; after: string }): boolean {
  const rest = (part: string) =>
    withoutTime(part)
      .filter((word) => !ago.test(word) && !frame.has(word))
      .join(' ')
  return rest(before) === rest(after)
}

function isFrameOnly(part: string): boolean {
  return withoutTime(part).every((word) => frame.has(word) || ago.test(word) || updated.test(word))
}

function isShort(part: string): boolean {
  return part.trim().split(/\s+/u).length <= 12
}

/** A pattern for words that stand alone, and for others wherever they stand. */
function aloneOrWithin(alone: string, within: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alone.split(' ').join('|')})(?!\\p{L})|${within.split(',').join('|')}`, 'iu')
}
