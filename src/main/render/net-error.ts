import type { RenderFailure } from '../../contract/process.ts'

/** What Chromium's name of an error means (net/base/net_error_list.h), such as `ERR_CERT_DATE_INVALID`. */
export function failureOf(name: string): RenderFailure {
  const bare = name.replace(/^net::/, '')
  if (/^ERR_(?:CERT_|SSL_|BAD_SSL_|ECH_)/.test(bare)) return 'tls'
  return known.get(bare) ?? 'connect'
}

const known: ReadonlyMap<string, RenderFailure> = new Map(
  Object.entries({
    ERR_TIMED_OUT: 'timeout',
    ERR_CONNECTION_TIMED_OUT: 'timeout',
    ERR_TOO_MANY_REDIRECTS: 'too-many-redirects',
    ERR_INVALID_REDIRECT: 'bad-response',
    ERR_UNSAFE_REDIRECT: 'refused-address',
    ERR_UNSAFE_PORT: 'refused-address',
    ERR_DISALLOWED_URL_SCHEME: 'refused-address',
    ERR_UNKNOWN_URL_SCHEME: 'refused-address',
    ERR_BLOCKED_BY_CLIENT: 'refused-address',
    ERR_ABORTED: 'bad-response',
    ERR_FAILED: 'bad-response',
    ERR_INVALID_RESPONSE: 'bad-response',
    ERR_INVALID_HTTP_RESPONSE: 'bad-response',
    ERR_INVALID_CHUNKED_ENCODING: 'bad-response',
    ERR_CONTENT_DECODING_FAILED: 'bad-response',
    ERR_CONTENT_DECODING_INIT_FAILED: 'bad-response',
    ERR_RESPONSE_HEADERS_TOO_BIG: 'bad-response',
    ERR_RESPONSE_HEADERS_TRUNCATED: 'incomplete',
    ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH: 'bad-response',
    ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION: 'bad-response',
    ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION: 'bad-response',
    ERR_HTTP2_PROTOCOL_ERROR: 'bad-response',
    ERR_CONTENT_LENGTH_MISMATCH: 'incomplete',
    ERR_INCOMPLETE_CHUNKED_ENCODING: 'incomplete',
    ERR_CONNECTION_CLOSED: 'incomplete',
    ERR_CONNECTION_RESET: 'incomplete',
    ERR_EMPTY_RESPONSE: 'incomplete'
  } as const)
)
