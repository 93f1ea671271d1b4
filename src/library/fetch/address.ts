import ipaddr from 'ipaddr.js'
import { isIP } from 'node:net'
import type { Refusal } from './refusal.ts'

/** What browsers never ask on the web (Fetch standard, "bad port"): mail, chat, printers and the like. */
const blockedPorts = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 ' +
    '139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 ' +
    '1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' ')
)

/** Names that only mean something in one's own network (RFC 6761, 6762, 7686, 8375, 9476, and what routers use). */
const privateNames = new Set('localhost local lan internal intranet corp home private localdomain onion'.split(' '))

const longest = 8192

/**
 * Reads an address of the web, against `base` where it may be relative. The fragment is dropped: it is never sent. Only http
 * and https, without credentials, and only ports that browsers ask.
 */
export function webAddress(text: string, base?: URL): URL | Refusal {
  if (text.length > longest) return { failure: 'bad-address', detail: `${text.length} characters` }
  let url: URL
  try {
    url = new URL(text, base)
  } catch {
    return { failure: 'bad-address', detail: text.slice(0, 200) }
  }
  url.hash = ''
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(url.protocol.slice(0, -1))
  if (url.username !== '' || url.password !== '') return refused('credentials')
  if (blockedPorts.has(url.port)) return refused(`port ${url.port}`)
  return url
}

/** Why a host must not be asked, from its name or literal address alone; null where nothing speaks against it. */
export function hostRefusal(hostname: string): Refusal | null {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return addressRefusal(host)
  const labels = host.replace(/\.$/, '').toLowerCase().split('.')
  const isPrivate = labels.length < 2 || privateNames.has(labels.at(-1)!) || labels.slice(-2).join('.') === 'home.arpa'
  return isPrivate ? refused(host) : null
}

/**
 * Why an IP address must not be connected to; null where it is a public one. Public is what ipaddr.js calls unicast (it knows
 * the special-purpose registries of IANA) and, of IPv6, lies in the block that is given out (2000::/3). An IPv4 address inside
 * an IPv6 one (mapped, or translated by NAT64, RFC 6052) is judged by itself; 6to4 and Teredo are refused.
 */
export function addressRefusal(ip: string): Refusal | null {
  return isPublic(ip) ? null : refused(`${ip} ${kindOf(ip)}`)
}

/** What not even a host that the reader allowed may resolve to: no single machine answers there. */
export function isNobody(ip: string): boolean {
  return ['unspecified', 'multicast', 'broadcast', 'reserved', 'invalid'].includes(kindOf(ip))
}

const givenOut = ipaddr.IPv6.parseCIDR('2000::/3')

function isPublic(ip: string): boolean {
  const address = judged(ip)
  if (address?.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(givenOut)
}

function kindOf(ip: string): string {
  return judged(ip)?.range() ?? 'invalid'
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

function judged(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (isIP(ip) === 0) return null
  const address = ipaddr.parse(ip.split('%', 1)[0]!)
  if (address instanceof ipaddr.IPv4) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(nat64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address
}

function refused(detail: string): Refusal {
  return { failure: 'refused-address', detail }
}
