import { app } from 'electron'
import { en } from '../catalogue/en.ts'
import { es } from '../catalogue/es.ts'
import { accented, mirrored } from '../catalogue/pseudo.ts'
import { setLanguage } from '../catalogue/words.ts'
import type { Language } from '../contract/shell.ts'
import type { Settings } from './settings.ts'
import { speechOf } from './speech.ts'

/** The language that holds now. The system's region is known once the application is ready. */
export function readLanguage(settings: Settings): Language {
  return speechOf({
    choice: settings.values.language ?? 'system',
    forced: process.env['PALIMPSEST_LANG'],
    preferred: app.getPreferredSystemLanguages(),
    region: app.isReady() ? app.getSystemLocale() : ''
  })
}

/** Before the application is ready: what the page sees of the language, and the words of the system's own, agree with ours. */
export function switchLanguage(settings: Settings): void {
  const { words } = readLanguage(settings)
  app.commandLine.appendSwitch('lang', words === 'es' ? 'es' : 'en')
}

/** From now on menus, notices and dialogs are in the language that holds. */
export function speak(settings: Settings): Language {
  const language = readLanguage(settings)
  const trial = { en: undefined, es: undefined, 'en-XA': accented, 'ar-XB': mirrored }[language.words]
  setLanguage(language.locale, language.words === 'es' ? es : en, trial)
  return language
}

/** Chooses a language, now and at the next start. */
export function chooseLanguage(settings: Settings, choice: Language['choice']): Language {
  settings.write({ language: choice })
  return speak(settings)
}
