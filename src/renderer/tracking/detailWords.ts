/** What more is known of how a look ended, by the codes of the library; each a sentence. */
const sentences: Readonly<Record<string, string>> = {
  once: 'It is looked at a second time before that counts.',
  home: 'It led to the front page of a site.',
  elsewhere: 'It led to another article.',
  type: 'What came is no text for readers.',
  empty: 'Nothing came.',
  time: 'Reading it took too long and was stopped.',
  memory: 'Reading it took too much memory and was stopped.',
  error: 'It could not be read.',
  paywall: 'Its text is kept apart and not compared.',
  shrunk: 'Its text is kept apart until a second look.',
  drift: 'Many pages of this site lost text at once. Their texts are kept apart.'
}

/** Why no complete answer came, by the names of the library's fetch failures. */
const failures: Readonly<Record<string, string>> = {
  'bad-address': 'The address is none of a web page',
  'refused-address': 'The address is in a private network, and nothing was asked there',
  robots: 'The site asks programs not to read this page (robots.txt)',
  dns: 'There is no site of that name',
  connect: 'The site does not answer',
  tls: 'Its certificate could not be checked, and nothing was read',
  timeout: 'It took too long to answer',
  incomplete: 'The connection broke before the whole page had come',
  'bad-response': 'What came is not a web page',
  'too-large': 'It is larger than Palimpsest reads',
  'too-many-redirects': 'The site sends the address in a circle'
}

/** A code, a named failure with what the system says, or words of the page's reader, as a sentence; '' for nothing. */
export function detailWords(detail: string): string {
  if (detail === '') return ''
  const known = sentences[detail]
  if (known !== undefined) return known
  const [, name = '', rest = ''] = /^([a-z-]+)(?:: (.*))?$/su.exec(detail) ?? []
  const failure = failures[name]
  if (failure !== undefined) return rest === '' ? `${failure}.` : `${failure} (${rest}).`
  const first = detail.charAt(0).toUpperCase() + detail.slice(1)
  return /[.!?…]$/u.test(first) ? first : `${first}.`
}
