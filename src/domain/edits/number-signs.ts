import { dateWordsWithin, isDateWord } from './dates.ts'
import { figureChanges, figureWords, numbersDiffer } from './figures.ts'
import type { FigureChange } from './finding.ts'
import type { NumberSpan } from './number-span.ts'
import type { Side, Sides } from './sides.ts'
import { cameOrWent, type Sign } from './sign.ts'

/** Which number of a change became which. */
export function figuresOf({ older, newer }: Sides): FigureChange[] {
  return figureChanges(older.numbers.filter(isFigure), newer.numbers.filter(isFigure))
}

/** Numbers that became others, came or went. */
export function figureSign(figures: readonly FigureChange[]) {
  return ({ older, newer }: Sides): Sign | null => {
    if (figures.length > 0) return { kind: 'figure', reason: `figure: ${figures.map(figureWords).join(', ')}` }
    const [olds, news] = [older.numbers.filter(isFigure), newer.numbers.filter(isFigure)]
    return numbersDiffer(olds, news) ? cameOrWent('figure', olds.map(textOf), news.map(textOf)) : null
  }
}

function textOf({ whole }: NumberSpan): string {
  return whole
}

/** A time of day is a figure as much as a date. */
export function timeSign({ older, newer }: Sides): Sign | null {
  const [before, after] = [older.numbers.filter(isTime), newer.numbers.filter(isTime)]
  if (before.map(amountOf).join() === after.map(amountOf).join()) return null
  const sign = cameOrWent('date', before.map(textOf), after.map(textOf))
  return sign === null ? null : { kind: 'figure', reason: sign.reason.replace('date', 'time') }
}

function amountOf({ amount }: NumberSpan): string {
  return amount
}

/** Dates, times, months and days. */
export function dateSign({ older, newer, setting }: Sides): Sign | null {
  const vocabulary = setting.words()
  const find = ({ numbers, words, around }: Side) => {
    const dates = numbers.filter((span) => isDate(span) || isTime(span))
    const inDates = dates.map(textOf).join(' ').toLowerCase()
    const named = words.filter((word) => isDateWord(word, vocabulary) && !inDates.includes(word.toLowerCase()))
    const within = dateWordsWithin(around, vocabulary).filter(
      (word) => !named.includes(word) && !inDates.includes(word)
    )
    return [...dates.map(textOf), ...named, ...within]
  }
  return cameOrWent('date', find(older), find(newer))
}

function isFigure({ type }: NumberSpan): boolean {
  return type === 'figure'
}

function isTime({ type }: NumberSpan): boolean {
  return type === 'time'
}

function isDate({ type }: NumberSpan): boolean {
  return type === 'date'
}
