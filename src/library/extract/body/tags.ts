const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Elements that a browser shows as blocks: text before and after them is a block of its own. */
export const blockTags = set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
  frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre
  search section summary table caption tbody td tfoot th thead tr ul xmp video audio iframe object`
)
export const headingTags = set('h1 h2 h3 h4 h5 h6')
export const captionTags = set('figcaption caption')
export const embedTags = set('iframe video audio embed object amp-iframe amp-video amp-youtube amp-twitter')

/** Elements whose content no page shows as text. */
export const unseenTags = set(
  `head script style template noframes noembed svg canvas select option datalist textarea input map area
  audio video iframe object embed meta link title annotation annotation-xml rp progress meter amp-analytics amp-ad
  amp-consent amp-sidebar amp-state`
)
