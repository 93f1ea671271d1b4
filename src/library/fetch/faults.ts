import type { FetchFailure } from './fetched.ts'
import { Refused, type Refusal } from './refusal.ts'

const unresolved = new Set([
  'ENOTFOUND',
  'ENODATA',
  'ESERVFAIL',
  'EREFUSED',
  'ETIMEOUT',
  'EBADNAME',
  'EAI_FAIL',
  'EAI_NONAME'
])
/** What says that this computer has no way to the network; `EAI_AGAIN`: no name server could be asked. */
const noNetwork = new Set(['ENETUNREACH', 'ENETDOWN', 'EAI_AGAIN', 'ENONET'])
const notConnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'EINVAL'
])

const wrongLength = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'

/** What the more usual certificate errors mean, in words. */
const certificateWords: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  CERT_REVOKED: 'the certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by nobody but the site itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate comes from an authority that is not known',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate comes from an authority that is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate comes from an authority that is not known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the site does not show who signed its certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate belongs to another name',
  HOSTNAME_MISMATCH: 'the certificate belongs to another name'
}

/** What an error of the system's, of TLS or of the HTTP parser means. `answered`: a status line had come. */
export function refusalFor(error: Error, answered: boolean): Refusal {
  if (error instanceof Refused) return error.refusal
  const code = codeOf(error)
  const words = certificateWords[code]
  if (words !== undefined) return { failure: 'tls', detail: `${words} (${code})` }
  // undici compares the length with the body before it tells that the headers themselves are wrong.
  if (code === wrongLength && !answered) return { failure: 'bad-response', detail: 'the headers are malformed' }
  return { failure: failureFor(error, answered), detail: code === '' ? error.message : `${error.message} (${code})` }
}

function failureFor(error: Error, answered: boolean): FetchFailure {
  const code = codeOf(error)
  if (answered) return 'incomplete'
  if (isProtocolError(error, code)) return 'bad-response'
  if (noNetwork.has(code)) return 'offline'
  if (unresolved.has(code) || (code !== '' && syscallOf(error) === 'getaddrinfo')) return 'dns'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (isTlsError(code)) return 'tls'
  if (notConnected.has(code) || syscallOf(error) === 'connect') return 'connect'
  // The connection was there and was closed or reset.
  return 'incomplete'
}

function isProtocolError(error: Error, code: string): boolean {
  return (
    error.name === 'HTTPParserError' ||
    code === 'UND_ERR_HEADERS_OVERFLOW' ||
    (code === 'UND_ERR_SOCKET' && error.message.startsWith('bad '))
  )
}

function isTlsError(code: string): boolean {
  return /^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|UNABLE_TO_|CRL_|INVALID_CA|PATH_LENGTH_|SELF_SIGNED)/.test(code)
}

function codeOf(error: Error): string {
  return decisive(error).code ?? (error as NodeJS.ErrnoException).code ?? ''
}

function syscallOf(error: Error): string | undefined {
  return decisive(error).syscall
}

/** Where several addresses were tried, the error of the last one counts. */
function decisive(error: Error): NodeJS.ErrnoException {
  const last: unknown = error instanceof AggregateError ? error.errors.at(-1) : undefined
  return last instanceof Error ? last : error
}
