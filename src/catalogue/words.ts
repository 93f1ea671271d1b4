import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.ts'
import type { Trial } from './pseudo.ts'

/** What every piece of text is called; a language that lacks one does not compile. */
export type Key = keyof typeof en

/** A language's messages in ICU MessageFormat. */
export type Catalogue = Readonly<Record<Key, string>>

type Value = string | number | boolean | Date | null | undefined

/** What stands for a name in braces. */
export type Values = Readonly<Record<string, Value>>

/** What stands for a name in braces or, as a function, for a tag around words. */
export type Parts<T> = Readonly<Record<string, Value | T | ((inside: (string | T)[]) => T)>>

interface Language {
  readonly locale: string
  readonly catalogue: Catalogue
  /** Only where a window is tried with words that are no language. */
  readonly trial: Trial | undefined
  readonly made: Map<Key, IntlMessageFormat>
}

let language: Language = { locale: 'en', catalogue: en, trial: undefined, made: new Map() }

/** The locale whose words and formats are in use, as a BCP 47 tag. */
export function locale(): string {
  return language.locale
}

/** In which direction the window is laid out and our words run; a text that was captured has its own. */
export function direction(): 'ltr' | 'rtl' {
  return language.trial?.dir ?? 'ltr'
}

/** Chooses the language of everything that is said from now on. Must be done before anything is drawn. */
export function setLanguage(locale: string, catalogue: Catalogue, trial?: Trial): void {
  language = { locale, catalogue, trial, made: new Map() }
}

/** A message of the catalogue with its values filled in. */
export function t(key: Key, values?: Values): string {
  const said = messageOf(key).format(values)
  return typeof said === 'string' ? said : String(said)
}

/** A message whose tags are made into elements: what to draw, in order. */
export function tell<T extends object>(key: Key, parts: Parts<T>): (string | T)[] {
  const said = messageOf(key).format<T>(parts)
  return Array.isArray(said) ? said : [said]
}

/** Parsed once, when first said. */
function messageOf(key: Key): IntlMessageFormat {
  const known = language.made.get(key)
  if (known !== undefined) return known
  const { locale, catalogue, trial } = language
  const parsed = new IntlMessageFormat(catalogue[key], locale)
  const made = trial === undefined ? parsed : new IntlMessageFormat(trial.alter(parsed.getAst()), locale)
  language.made.set(key, made)
  return made
}
