/**
 * An address as indexes of archives sort it: host from its end, lower case, parts of the query sorted
 * (`com,example)/news?a=1`), as warcio and wabac.js write it. What is no web address stays as it is.
 */
export function surtOf(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url.toLowerCase())) return url
  const { hostname, port, pathname, search } = new URL(url.replace(/^(https?:\/\/)www\d*\./i, '$1').toLowerCase())
  const host = hostname.split('.').reverse().join(',')
  const query = search === '' ? '' : `?${search.slice(1).split('&').sort().join('&')}`
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query}`
}
