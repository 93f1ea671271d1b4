import type { FoldRule } from '../diff/comparison.ts'
import { nothingLeft, type Fold } from './guard.ts'
import type { Side, Sides } from './sides.ts'
import type { Sign } from './sign.ts'

const trackers =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|igsh|s?cid|sessionid|session_id|session|sid|phpsessid|jsessionid|aspsessionid\w*|at_\w+|ns_\w+|wt_mc|wt\.mc_id|cmp|cmpid|ref|ref_src|referrer|src|spm|smid|share|_ga|_gl|mkt_tok|vero_id|oly_enc_id|ito|xtor|guccounter)$/i
/** Numbers by which builds and pages make browsers fetch a file again. */
const cacheBusters =
  /^(?:v|ver|version|rev|_|cb|rnd|rand|ts|t|cache|nocache|hash|build|h|w|width|height|quality|q|fit|crop|auto|format|s|sig)$/i
const asset = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|js|mjs|css|woff2?|mp4|webm|mp3)$/i
const picture = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i
const archive =
  /^(?:(?:https?:)?\/\/(?:web\.archive\.org|archive\.(?:today|is|ph|li|vn|fo|md|org)|arquivo\.pt|webarchive\.nationalarchives\.gov\.uk|(?:www\.)?webarchive\.org\.uk|wayback\.archive-it\.org))?\/(?:web\/|wayback\/|noFrame\/replay\/|o\/|archive\/|\d{2,6}\/)*\d{4,14}(?:[a-z]{2}_|\*)?\/(?=https?:|www\.|[\w-]+\.)/i

/** An address without what says only who follows it from where, through which archive, or which build of a file it is. */
export function bareAddress(address: string): string {
  const [beforeHash = '', hash] = withoutArchive(address)
    .replace(/;jsessionid=[^?#]*/i, '')
    .replace(/\/\(S\(\w+\)\)/i, '')
    .split('#', 2)
  const [path = '', query = ''] = beforeHash.split(/\?(.*)/s, 2)
  const isAsset = asset.test(path)
  const kept = query
    .replaceAll('&amp;', '&')
    .split('&')
    .filter((part) => part !== '' && !isNoise(part.split('=', 1)[0]!, isAsset))
  const plain = (isAsset ? withoutFingerprint(path) : path).replace(/^(?:https?:)?\/\//i, '')
  const anchor = hash === undefined || isNoise(hash.split('=', 1)[0]!, false) ? '' : `#${hash}`
  return plain + (kept.length > 0 ? `?${kept.join('&')}` : '') + anchor
}

function isNoise(parameter: string, isAsset: boolean): boolean {
  return trackers.test(parameter) || (isAsset && cacheBusters.test(parameter))
}

function withoutArchive(address: string): string {
  return address.replace(archive, '')
}

/** photo-0a1b2c3d4e.jpg, photo-800x600.jpg; a name that is nothing but a fingerprint says which file it is. */
function withoutFingerprint(path: string): string {
  return path
    .replace(/(?<=[\w])[-._](?=[0-9a-f]*\d)[0-9a-f]{8,40}(?=\.\w{2,5}$|\.min\.\w{2,5}$)/i, '')
    .replace(/-\d{2,4}x\d{2,4}(?=\.\w{2,5}$)/, '')
    .replace(/\/(?=[0-9a-f]*\d)[0-9a-f]{8,40}(?=\/[^/]+$)/i, '')
}

/** Why two addresses count as one; null where they lead to different places. */
export function sameAddressRule(before: string, after: string): FoldRule | null {
  if (before === '' || after === '' || bareAddress(before) !== bareAddress(after)) return null
  return archive.test(before) === archive.test(after) ? 'tracking' : 'archive'
}

const addressInText = /(?:https?:\/\/|www\.)[^\s<>"'\u201c\u201d\u00ab\u00bb]+/giu

/** The same places under other addresses, where a change touches nothing but addresses in the text. */
export function addressFold(sides: Sides): Fold | null {
  const changes = addressChanges(sides)
  const rules = changes?.map(([before, after]) => (before === after ? 'tracking' : sameAddressRule(before, after)))
  if (changes === null || rules === undefined || rules.some((rule) => rule === null)) return null
  const rule = rules.find((each) => each === 'archive') ?? 'tracking'
  const bare = bareAddress(changes[0]![1])
  return { kinds: [kindOf(changes)], rule, reason: `the same address: ${bare}`, rest: nothingLeft }
}

/** Other places, where a change touches nothing but addresses in the text. */
export function addressSign(sides: Sides): Sign | null {
  const changes = addressChanges(sides)
  if (changes === null) return null
  const kind = kindOf(changes)
  return { kind, reason: `${kind} changed: ${changes[0]![0]} → ${changes[0]![1]}` }
}

type AddressChange = readonly [before: string, after: string]

function kindOf(changes: readonly AddressChange[]): 'image' | 'link' {
  return picture.test(changes[0]![1]) ? 'image' : 'link'
}

/** The addresses of both sides in order; null where the change touches other words, or another number of addresses. */
function addressChanges({ older, newer }: Sides): AddressChange[] | null {
  if (!/www\.|:\/\//i.test(older.text)) return null
  const [before, after] = [older, newer].map(({ text }) => text.match(addressInText) ?? [])
  if (before!.length === 0 || before!.length !== after!.length) return null
  const rest = ({ text }: Side) => text.replace(addressInText, '').trim()
  return rest(older) === rest(newer) ? before!.map((address, at) => [address, after![at]!] as const) : null
}
