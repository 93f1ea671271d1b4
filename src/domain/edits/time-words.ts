import { wordValue } from './number-words.ts'
import { months, weekdays } from './terms.ts'

/** Units of time with their inflections, clocks and zones, and "one" before a unit. */
const units = new Set(
  (
    'second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years just now a an one few ' +
    'am pm gmt utc bst cet cest est edt pst pdt et h m s d w ' +
    'segundo segundos minuto minutos hora horas día días dia dias semana semanas mes meses mês año años ano anos un una um uma uns ' +
    'seconde secondes heure heures jour jours semaine semaines mois an ans une il y ' +
    'sekunde sekunden minuten stunde stunden tag tage tagen woche wochen monat monaten jahr jahren einer einem ' +
    'secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni ' +
    'секунд секунду секунды минут минуту минуты час часа часов день дня дней неделю недели недель месяц месяца месяцев ' +
    'دقيقة دقائق دقيقتين ساعة ساعات ساعتين يوم أيام يومين أسبوع ' +
    'मिनट घंटे घंटा घंटों दिन सप्ताह ' +
    'דקה דקות שעה שעות שעתיים יום ימים שבוע ' +
    'λεπτό λεπτά ώρα ώρες ημέρα ημέρες μέρα μέρες ' +
    'dakika saat gün uur uren minuut dagen minut minuty godzin godzinę godziny minuter timme timmar minutter timer timer'
  ).split(' ')
)
const within = /分钟|分鐘|小时|小時|時間|[年月日天时時分秒周]|분|시간|일|นาที|ชั่วโมง|วัน/gu

/** The words of a line that say nothing about time, in lower case. */
export function withoutTime(line: string): string[] {
  const words =
    line
      .toLowerCase()
      .replace(within, ' ')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  return words.filter(
    (word) => !units.has(word) && !months.has(word) && !weekdays.has(word) && wordValue(word) === null
  )
}
