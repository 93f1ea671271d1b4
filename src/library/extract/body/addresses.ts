import { attribute, type Element } from '../tree.ts'

/** Longer addresses are not read: a page may hold megabytes in one. */
const longest = 4096

/** An http or https address resolved against the page's, or null. */
export function absolute(address: string | null, page: string): string | null {
  if (address === null || address.length > longest) return null
  const trimmed = address.trim()
  if (trimmed === '' || trimmed === '#') return null
  if (!URL.canParse(trimmed, page)) return null
  const { protocol, href } = new URL(trimmed, page)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

const lazy = ['data-src', 'data-original', 'data-lazy-src', 'data-srcset', 'data-lazy-srcset', 'srcset']

/** Where an image is: its `src`, or what a page keeps for later where `src` only holds a place. */
export function imageSource(element: Element, page: string): string | null {
  const own = attribute(element, 'src')
  const held =
    own === null || own.startsWith('data:') || /(?:blank|spacer|placeholder|pixel)\.\w+$/i.test(own.slice(-40))
  const names = held ? [...lazy, 'src'] : ['src']
  for (const name of names) {
    const value = attribute(element, name)
    const found = absolute(value === null ? null : firstOf(value, name), page)
    if (found !== null) return found
  }
  return null
}

const firstOf = (value: string, name: string): string =>
  name.endsWith('srcset') ? (value.slice(0, longest).trim().split(/\s/, 1)[0] ?? '').replace(/,$/, '') : value

/**
 * The mail address that Cloudflare's "Scrape Shield" hides in `data-cfemail` (the first byte is the key, XOR for each
 * other); null where there is none. Its cipher differs with every fetch, so that only the address itself stays the same.
 */
export function hiddenMail(element: Element): string | null {
  const hex = attribute(element, 'data-cfemail')
  if (hex === null || !/^(?:[\da-f]{2}){3,200}$/i.test(hex)) return null
  const bytes = hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16))
  const mail = new TextDecoder().decode(Uint8Array.from(bytes.slice(1), (byte) => byte ^ bytes[0]!))
  return mail.includes('@') ? mail : null
}
