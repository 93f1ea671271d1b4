import type { Outcome } from '../domain/capture.ts'

const words: Readonly<Record<Outcome, string>> = {
  changed: 'the text changed',
  unchanged: 'the text is the same',
  'not-modified': 'the site says that the page is the same',
  redirected: 'the address led to another page',
  gone: 'the page is no longer there',
  blocked: 'the site refused the check',
  paywall: 'the page showed a part of the text and asked for payment',
  consent: 'the site asked for consent in place of the article',
  'soft-404': 'the page says that it was not found',
  'not-an-article': 'no article text was found on the page',
  'too-large': 'the page is too large to read',
  'rate-limited': 'the site asked for fewer checks',
  'server-error': 'the site could not answer',
  'network-error': 'the site could not be reached',
  'extraction-changed': 'the same page is read better now; the page did not change'
}

/** How a look at a page ended, in words: `the site refused the check (403)`. */
export function outcomeWords(outcome: Outcome, status: number | null): string {
  return status === null || status < 400 ? words[outcome] : `${words[outcome]} (${status})`
}

const problems: Readonly<Record<string, string>> = {
  'refused-address': 'is an address in a private network. Allow its host in Settings, Checking, if you want it asked.',
  robots: 'may not be read by programs, its site says (robots.txt). You can change that in Settings, Checking.',
  waiting: 'was not asked: its site asked for fewer requests. Try again later.',
  offline: 'was not asked: there is no network.',
  dns: 'has a host that does not exist. Look for a typing mistake.',
  connect: 'does not answer. Try again later.',
  tls: 'cannot prove that it is who it says it is.',
  timeout: 'took too long to answer.',
  incomplete: 'broke off before the whole page had come.',
  'bad-response': 'sent something that is no web page.',
  'too-many-redirects': 'is sent in a circle.',
  aborted: 'was stopped.'
}

/** Why nothing was found at an address, in words that follow it. */
export function problemWords(code: string, status: number | null): string {
  const problem = problems[code]
  if (problem !== undefined) return problem
  const outcome = Object.hasOwn(words, code) ? outcomeWords(code as Outcome, status) : code
  return `was not added: ${outcome}.`
}
