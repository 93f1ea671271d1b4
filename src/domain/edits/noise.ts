const boilerplate = [
  /^(?:advertisement|advertising|ad|sponsored(?: content)?|promoted|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|إعلان|פרסומת|विज्ञापन|广告|廣告|広告|광고|โฆษณา|διαφήμιση)$/iu,
  /^(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|alerts?|updates|inbox|e-?mail|podcast)\b.{0,60}$/iu,
  /^(?:get|receive) .{0,60}\b(?:newsletter|inbox)\b.{0,40}$/iu,
  /^(?:share|share this(?: article| story| page)?|share on .{2,20}|copy link|print|save|email this)$/iu,
  /^(?:follow|like) us on .{2,40}$/iu,
  /^(?:read more|more on this story|related (?:articles|stories|topics|content)|recommended|most (?:read|popular)|you may also like)$/iu,
  /^(?:we use cookies|this (?:site|website) uses cookies|by continuing to use).{0,160}$/iu,
  /^(?:accept(?: all)?(?: cookies)?|manage (?:cookies|preferences))$/iu,
  /^(?:comments?|leave a comment|view comments|join the conversation)$/iu
]
const counted = 'comments?|views?|shares?|likes?|reads?|reactions?|votes? on this article|followers?|retweets?'
const counters = [
  new RegExp(`^\\p{N}[\\p{N}.,\\s]*[km]?\\s+(?:${counted})$`, 'iu'),
  new RegExp(`^(?:${counted})\\s*[:(]?\\s*\\p{N}[\\p{N}.,]*[km]?\\)?$`, 'iu')
]

/** A line that belongs to the page and not to the article: advertisement, newsletter, share bar, cookie notice. */
export function isBoilerplate(text: string): boolean {
  const line = text.trim().replace(/[.!:]+$/, '')
  return boilerplate.some((pattern) => pattern.test(line))
}

/** A line that counts readers: "12 comments", "Shares: 1,204". */
export function isCounter(text: string): boolean {
  return counters.some((pattern) => pattern.test(text.trim()))
}

const trackers =
  /^(?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid|s?cid|sessionid|session_id|sid|phpsessid|jsessionid|at_\w+|ns_\w+)$/i
const archive = /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|is|ph|org\/wayback))\/\d+(?:[a-z]{2}_)?\//i

/** An address without what says only who follows it from where: tracking parameters, session numbers, an archive's prefix. */
export function bareAddress(address: string): string {
  const [beforeHash = '', hash] = address
    .replace(archive, '')
    .replace(/;jsessionid=[^?#]*/i, '')
    .split('#', 2)
  const [path = '', query = ''] = beforeHash.split(/\?(.*)/s, 2)
  const kept = query.split('&').filter((part) => part !== '' && !trackers.test(part.split('=', 1)[0]!))
  return path + (kept.length > 0 ? `?${kept.join('&')}` : '') + (hash === undefined ? '' : `#${hash}`)
}

/** An image's address without its query and without the fingerprint that builds put into file names. */
export function bareImageAddress(address: string): string {
  const path = address.replace(archive, '').split(/[?#]/, 1)[0]!
  return path.replace(/[-._][0-9a-f]{8,40}(?=\.[a-z]{3,4}$)/i, '')
}
