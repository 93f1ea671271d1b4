import { westernDigits } from './digits.ts'
import { isNumberWord } from './number-words.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A line of a page about its own time: "27 Jan, 2026 09:42 / Updated 1 hour ago". */

const separator =
  /\s+[/|\u00b7\u2022\u2013\u2014]\s+|\u3000+|(?<=\p{N}[:.]\p{N}{2})\.\s+(?=\p{Lu})|[,;(]\s*(?=(?:last )?(?:updated|modified|edited|aktualisiert|zuletzt|mis à jour|actualizad|atualizad|aggiornat|bijgewerkt|обновлен|оновлен|zaktualizowan|güncellen))/iu
const ago = aloneOrWithin(
  'ago hace vor há atrás fa назад тому منذ قبل לפני πριν önce geleden sedan siden sitten temu پیش',
  'just now,gerade eben,il y a,à l’instant,только что,щойно,पहले,前,전,ที่แล้ว,刚刚,剛剛,たった今,방금,przed chwilą,az önce,الآن,همین الان,הרגע'
)
const updated = aloneOrWithin(
  'updated modified revised edited upd stand',
  'actualizad,actualización,mis à jour,mise à jour,aktualisiert,atualizad,atualização,aggiornat,обновлен,обновлён,оновлен,تحديث,به‌روز,بروزرسانی,עודכן,अपडेट,अद्यतन,更新,업데이트,수정,อัปเดต,ενημερώθηκε,ενημέρωση,zaktualizowan,aktualizacja,güncellen,güncelleme,bijgewerkt,uppdatera,opdatere,oppdatert'
)
const time =
  /\p{N}|just now|только что|щойно|الآن|刚刚|剛剛|たった今|방금|gerade eben|az önce|przed chwilą|(?<!\p{L})(?:an?|one|un|une|una|um|uma|een|einer?|einem|час|минуту|годину|хвилину|godzinę|minutę|ساعة|دقيقة|ساعتين|דקה|שעה|שעתיים|μία|bir)(?!\p{L})/iu
/** Words of such a line beside the time itself; a line of the story has others. */
const frame = new Set(
  (
    'm p et last updated update modified revised edited first originally published posted created on at the by as of time am pm gmt utc bst cet cest est edt pst pdt et ist just now a an few ' +
    'zuletzt aktualisiert am um uhr veröffentlicht erschienen geändert stand gerade eben mis mise à jour le publié publiée modifié dernière il y instant l ' +
    'última ultima actualización actualizado actualizada el a las publicado publicada hora atualizado atualizada atualização em às publicado há ' +
    'aggiornato aggiornata aggiornamento ultimo il alle ore pubblicato pubblicata bijgewerkt laatst laatste gewijzigd gepubliceerd op om uur ' +
    'обновлено обновлён обновлен опубликовано в последнее обновление изменено дата публикации только что оновлено опубліковано о об останнє оновлення щойно ' +
    'zaktualizowano opublikowano aktualizacja ostatnia data publikacji o godz godzinie dodano przed chwilą r güncellendi güncelleme güncellenme son yayınlanma yayınlandı tarihi giriş saat az ' +
    'آخر تحديث تم التحديث نشر نُشر نشرت في الساعة تاريخ النشر حدث بتاريخ به‌روزرسانی به‌روز بروزرسانی شده شد آخرین منتشر انتشار در ساعت ' +
    'עודכן עודכנה פורסם פורסמה בשעה לאחרונה עדכון אחרון הרגע अपडेट अद्यतन प्रकाशित को में अंतिम बजे किया गया ' +
    '입력 수정 업데이트 최종 오전 오후 승인 게시 방금 ενημερώθηκε δημοσιεύθηκε τελευταία ενημέρωση στις στο ώρα μμ πμ ' +
    'un une una um uma een einer einem bir μία de del do da des'
  )
    .normalize('NFC')
    .split(' ')
)
/** Units, labels and the like in scripts that write no spaces between words. */
const unspacedWords =
  /分钟|分鐘|小时|小時|時間|[年月日天时時分秒周点點]|最終更新|更新日時|更新时间|更新時間|更新|公開日時|公開|配信|发布时间|发布|發布|最后编辑|最后|时间|午前|午後|上午|下午|刚刚|剛剛|たった今|[前于於に:：]|시간|[년월일시분초주]|전|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี|เวลา|น\.|อัปเดต|ล่าสุด|เมื่อ|เผยแพร่|ที่แล้ว/gu

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
  if (before.length > longest || after.length > longest) return null
  const [olds, news] = [partsOf(before), partsOf(after)]
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

const longest = 200

function partsOf(line: string): string[] {
  return line.split(separator).map((part) => part.trim().replace(/[)\s]+$/u, ''))
}

/** "Updated 5 min ago", "Last updated 3 March, 12:38", and nothing else. */
export function isUpdateLine(line: string): boolean {
  return isClaim(line) && (updated.test(line) || ago.test(line))
}

/** "1 hour ago", and nothing else. */
export function isRelativeTime(line: string): boolean {
  return isClaim(line) && ago.test(line) && !updated.test(line)
}

/** A line that says nothing but a time: "3 March 2026, 12:38", "Published on Monday". */
export function isClaim(line: string): boolean {
  return line.length <= longest && isShort(line) && time.test(line) && isFrameOnly(line)
}

function sameButForTime({ before, after }: { before: string; after: string }): boolean {
  const rest = (part: string) => restOf(part).join(' ')
  return rest(before) === rest(after)
}

function isFrameOnly(part: string): boolean {
  return restOf(part).length === 0
}

/** The words of an update line beside its time and its frame. */
function restOf(line: string): string[] {
  return withoutTime(line).filter((word) => !frame.has(word) && !ago.test(word) && !updated.test(word))
}

/** The words of a line that say nothing about time, in lower case. */
function withoutTime(line: string): string[] {
  const vocabulary = vocabularyOf(null)
  const { timeUnits, months, days } = vocabulary
  const words =
    westernDigits(line.normalize('NFC'))
      .toLowerCase()
      .replace(unspacedWords, ' ')
      .match(/[\p{L}\p{M}\u200c]+/gu) ?? []
  return words.filter(
    (word) =>
      !timeUnits.has(word) &&
      !months.has(word.replace(/^[במל](?=.{3})/u, '')) &&
      !months.has(word) &&
      !days.has(word) &&
      !isNumberWord(word, vocabulary)
  )
}

function isShort(part: string): boolean {
  return part.trim().split(/\s+/u).length <= 14
}

/** A pattern for words that stand alone, and for others wherever they stand. */
function aloneOrWithin(alone: string, within: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alone.split(' ').join('|')})(?!\\p{L})|${within.split(',').join('|')}`, 'iu')
}
