const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_ga|yclid|twclid|ocid|cmpid)$/i

/** An address without what only tells how the reader came there; one that cannot be read comes back as it is. */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  if (!url.hash.startsWith('#!')) url.hash = ''
  return url.href
}
