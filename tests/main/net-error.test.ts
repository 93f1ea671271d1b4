import { expect, test } from 'vitest'
import { failureOf } from '../../src/main/render/net-error.ts'

test.each([
  ['ERR_CERT_DATE_INVALID', 'tls'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
  ['ERR_TIMED_OUT', 'timeout'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'too-many-redirects'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'incomplete'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'connect'],
  ['ERR_FAILED', 'bad-response'],
  ['ERR_BLOCKED_BY_CLIENT', 'refused-address'],
  ['whatever comes next', 'connect'],
  ['constructor', 'connect']
])('%s is %s', (name, failure) => {
  expect(failureOf(name)).toBe(failure)
})
