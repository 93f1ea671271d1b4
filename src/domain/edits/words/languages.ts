import { ar } from './ar.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { hi } from './hi.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Language } from './language.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { th } from './th.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'

/** The languages whose words are listed; adding one is adding a file like these. */
export const languages: readonly Language[] = [
  en,
  es,
  fr,
  de,
  pt,
  it,
  nl,
  ru,
  uk,
  pl,
  tr,
  el,
  ar,
  fa,
  he,
  hi,
  th,
  ko,
  ja,
  zh
]
