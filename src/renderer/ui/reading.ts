import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored.ts'

export const typefaces = ['serif', 'sans', 'georgia', 'system'] as const
export type Typeface = (typeof typefaces)[number]

export const changeColours = ['blueorange', 'greenred', 'none'] as const
type ChangeColours = (typeof changeColours)[number]

/** Whether `removed:` and `added:` are spoken inside the text; `system` follows whether a screen reader runs. */
export const spokenMarks = ['system', 'on', 'off'] as const
type SpokenMarks = (typeof spokenMarks)[number]

/** How the reader likes to read; the same in every window of this computer. */
export interface ReadingPreferences {
  /** Of the text of an article, in pixels at no zoom. */
  readonly textSize: number
  /** How wide a line is, in characters. */
  readonly measure: number
  readonly typeface: Typeface
  readonly changeColours: ChangeColours
  /** Minor changes are drawn as plain new text. */
  readonly hideMinor: boolean
  /** A paragraph that went is struck through, and not only tinted. */
  readonly strikeParagraphs: boolean
  /** The paragraphs before and after a change are shown, and never folded. */
  readonly context: boolean
  readonly spokenMarks: SpokenMarks
  /** Marks and buttons say what they are when the pointer rests on them. */
  readonly tooltips: boolean
}

/** What a number may be; a slider of the settings takes its ends from here. */
export const readingRange = { textSize: [15, 28], measure: [45, 90] } as const

export const usualReading: ReadingPreferences = {
  textSize: 19,
  measure: 66,
  typeface: 'serif',
  changeColours: 'blueorange',
  hideMinor: false,
  strikeParagraphs: true,
  context: false,
  spokenMarks: 'system',
  tooltips: true
}

const key = 'reading'
const listeners = new Set<() => void>()
let current: ReadingPreferences | null = null

function readingPreferences(): ReadingPreferences {
  current ??= mended(readStored<Record<string, unknown>>(key, {}, isRecord))
  return current
}

/** Changes some of them; every place that draws from them is drawn anew. */
export function setReadingPreferences(change: Partial<ReadingPreferences>): void {
  const next = mended({ ...readingPreferences(), ...change })
  writeStored(key, next)
  take(next)
}

export function useReadingPreferences(): readonly [ReadingPreferences, typeof setReadingPreferences] {
  return [useSyncExternalStore(listen, readingPreferences), setReadingPreferences]
}

/** Shows them on the document, now and whenever this window or another one changes them. */
export function startReadingPreferences(): void {
  show(readingPreferences())
  window.addEventListener('storage', (event) => {
    if (event.key !== null && event.key !== `palimpsest.${key}`) return
    take(mended(readStored<Record<string, unknown>>(key, {}, isRecord)))
  })
}

function take(next: ReadingPreferences): void {
  current = next
  show(next)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What style sheets draw from: see tokens.css. */
function show({ textSize, measure, typeface, changeColours: colours }: ReadingPreferences): void {
  const { dataset, style } = document.documentElement
  dataset.typeface = typeface
  dataset.change = colours
  style.setProperty('--text-scale', String(textSize / usualReading.textSize))
  style.setProperty('--measure-scale', String(measure / usualReading.measure))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What is missing or makes no sense is as usual, so that a newer version can add some. */
export function mended(stored: Readonly<Record<string, unknown>>): ReadingPreferences {
  const flag = (name: 'hideMinor' | 'strikeParagraphs' | 'context' | 'tooltips') => {
    const value = stored[name]
    return typeof value === 'boolean' ? value : usualReading[name]
  }
  return {
    textSize: within(stored.textSize, 'textSize'),
    measure: within(stored.measure, 'measure'),
    typeface: typefaces.find((one) => one === stored.typeface) ?? usualReading.typeface,
    changeColours: changeColours.find((one) => one === stored.changeColours) ?? usualReading.changeColours,
    hideMinor: flag('hideMinor'),
    strikeParagraphs: flag('strikeParagraphs'),
    context: flag('context'),
    spokenMarks: spokenMarks.find((one) => one === stored.spokenMarks) ?? usualReading.spokenMarks,
    tooltips: flag('tooltips')
  }
}

function within(value: unknown, name: keyof typeof readingRange): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return usualReading[name]
  const [least, most] = readingRange[name]
  return Math.min(most, Math.max(least, value))
}
