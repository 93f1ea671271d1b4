import { t, type Key } from '../../catalogue/words.ts'
import { capital } from '../ui/words.ts'

/** What more is known of how a look ended, by the codes of the library; each a sentence. */
const sentences: Readonly<Record<string, Key>> = {
  once: 'detail.once',
  home: 'detail.home',
  elsewhere: 'detail.elsewhere',
  type: 'detail.type',
  empty: 'detail.empty',
  time: 'detail.time',
  memory: 'detail.memory',
  error: 'detail.error',
  paywall: 'detail.paywall',
  shrunk: 'detail.shrunk',
  drift: 'detail.drift'
}

/** Why no complete answer came, by the names of the library's fetch failures. */
const failures: Readonly<Record<string, Key>> = {
  'bad-address': 'detail.badAddress',
  'refused-address': 'detail.refusedAddress',
  robots: 'detail.robots',
  dns: 'detail.dns',
  connect: 'detail.connect',
  tls: 'detail.tls',
  timeout: 'detail.timeout',
  incomplete: 'detail.incomplete',
  'bad-response': 'detail.badResponse',
  'too-large': 'detail.tooLarge',
  'too-many-redirects': 'detail.tooManyRedirects'
}

/** A code, a named failure with what the system says, or words of the page's reader, as a sentence; '' for nothing. */
export function detailWords(detail: string): string {
  if (detail === '') return ''
  const known = sentences[detail]
  if (known !== undefined) return t(known)
  const [, name = '', rest = ''] = /^([a-z-]+)(?:: (.*))?$/su.exec(detail) ?? []
  const failure = failures[name]
  if (failure !== undefined) {
    const what = t(failure)
    return rest === '' ? t('detail.sentence', { what }) : t('detail.sentenceWith', { what, rest })
  }
  const first = capital(detail)
  return /[.!?…]$/u.test(first) ? first : t('detail.sentence', { what: first })
}
