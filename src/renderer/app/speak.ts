import { en } from '../../catalogue/en.ts'
import { setLanguage } from '../../catalogue/words.ts'
import type { Language } from '../../contract/shell.ts'
import { valueOf } from './ask.ts'

/** Before the first draw: chooses the language that holds, and the direction in which the window is laid out. */
export async function speak(): Promise<Language> {
  const language = await valueOf(window.palimpsest.shell.language({}))
  await loadWords(language)
  document.documentElement.lang = language.locale
  document.documentElement.dir = language.dir
  return language
}

/** English is here already; other words are loaded when they are wanted. */
async function loadWords({ words, locale }: Language): Promise<void> {
  if (words === 'en') setLanguage(locale, en)
  else if (words === 'es') setLanguage(locale, (await import('../../catalogue/es.ts')).es)
  else {
    const { accented, mirrored } = await import('../../catalogue/pseudo.ts')
    setLanguage(locale, en, words === 'en-XA' ? accented : mirrored)
  }
}
