/** What a page of the invented site says. */
export interface Story {
  readonly headline: string
  readonly standfirst: string
  readonly byline: string
  readonly paragraphs: readonly string[]
}

const places = [
  'Orrinmouth',
  'Fenland',
  'Brannock',
  'Aldmere',
  'Northmoor',
  'Castle Row',
  'Port Hale',
  'Quay Row',
  'Lower Weir',
  'Stanmarsh'
]
const subjects = [
  'sea wall',
  'winter timetable',
  'school meals',
  'reservoir',
  'night buses',
  'harbour crane',
  'library roof',
  'flood sirens',
  'market square',
  'tram line'
]
const people = [
  'Mira Castellan',
  'Jonas Feld',
  'Ada Okoro',
  'Ilse Brandt',
  'Tomas Rey',
  'Nell Harrow',
  'Pavel Novak',
  'Sara Lind',
  'Omar Haddad',
  'Wren Abbott'
]

/** The first wording of the nth article: invented, of a usual length, unlike every other. */
export function story(n: number): Story {
  const place = places[n % 10]!
  const subject = subjects[Math.floor(n / 10 + n) % 10]!
  const who = people[(n * 3) % 10]!
  const money = 12 + n
  return {
    headline: `${place} council to spend £${money}m on the ${subject}`,
    standfirst: `Work on the ${subject} is due to begin in the spring, and ${place} will pay for most of it over ${3 + (n % 5)} years.`,
    byline: who,
    paragraphs: [
      `The council in ${place} decided on Tuesday evening to spend £${money} million on the ${subject}, after a debate that lasted for more than four hours and that ended with a narrow vote.`,
      `“We have waited for this for a very long time,” said ${who.split(' ')[1]} of the residents’ group, who had brought a petition with ${400 + 7 * n} names to the meeting and read from it at length.`,
      `The plan replaces an older one, which was dropped two years ago when its cost had risen to twice what was first announced, and engineers had warned that the ground near the river was not as firm as they had thought.`,
      `Officers say that ${20 + n} households will notice the work, most of them along the northern end, where the road is to be closed for ${2 + (n % 6)} weeks while pipes are moved and a new crossing is built.`,
      `Shopkeepers in ${place} are divided. Some fear that customers will stay away while the road is closed; others expect that the ${subject} will bring visitors back who have not come for years.`,
      `The money comes from the county’s coastal fund, which was set up in 1998, and from a loan that is to be paid back by ${2040 + (n % 9)}; the council’s own share is smaller than the opposition had asked for.`,
      `A second report, which looks at the condition of the older buildings nearby, is expected before the end of the month, and members have asked that it be published in full and not only in a summary.`
    ]
  }
}

/** Another wording: what an editor might do to a story. */
export const edits: readonly ((story: Story) => Story)[] = [
  (one) => ({ ...one, headline: one.headline.replace('to spend', 'may spend') }),
  (one) => ({
    ...one,
    paragraphs: one.paragraphs.map((text) => text.replace(/(\d+) households/, (_, n) => `${Number(n) + 20} households`))
  }),
  (one) => ({ ...one, paragraphs: one.paragraphs.filter((_, i) => i !== 1) }),
  (one) => ({
    ...one,
    paragraphs: [
      ...one.paragraphs,
      'The mayor, who did not take part in the vote, said on Friday that she would wait for the second report before she signed anything.'
    ]
  }),
  (one) => ({
    ...one,
    headline: `${one.headline.split(' council')[0]} vote on spending is to be repeated`,
    standfirst: 'A member had counted twice, the clerk said, and the result will not stand.'
  })
]

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The page of a story as a site might send it: what stands around the text is another at every request. */
export function page(one: Story, { path, visit }: { readonly path: string; readonly visit: number }): string {
  const body = one.paragraphs.map((text) => `<p>${escape(text)}</p>`)
  body.splice(
    3,
    0,
    `<div class="ad-slot" id="ad-${visit}"><a href="https://ads.example/${visit}">Advertisement: ${visit} offers for you today</a></div>`
  )
  const related = Array.from(
    { length: 5 },
    (_, i) =>
      `<li><a href="/news/${(visit * 7 + i * 3) % 50}">Other story number ${(visit * 7 + i * 3) % 50} of the day</a></li>`
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(one.headline)} - The Orrinmouth Courier</title>
<link rel="canonical" href="${path}"><meta property="og:type" content="article"><meta property="og:site_name" content="The Orrinmouth Courier">
<meta property="og:title" content="${escape(one.headline)}"><script nonce="n${visit}">var visit=${visit}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<p class="weather">Today ${visit % 20}°C, ${visit % 30} people reading this site</p></header>
<main><article><h1>${escape(one.headline)}</h1><p class="standfirst">${escape(one.standfirst)}</p>
<p class="byline">By <a rel="author" href="/people">${escape(one.byline)}</a></p>
<div class="share"><a href="#">Share</a> <span class="count">${visit * 13} shares</span></div>
<div class="article-body">${body.join('\n')}</div>
<aside class="newsletter"><h2>Get the morning letter</h2><form><input name="mail"><button>Sign up</button></form></aside></article>
<section class="related"><h2>Most read</h2><ul>${related.join('')}</ul></section>
<section class="comments"><h2>${visit * 3} comments</h2><div class="comment"><p>Reader ${visit}: I have thought about this and do not agree at all.</p></div></section></main>
<footer><p>© The Orrinmouth Courier. Page made in ${visit % 90} ms.</p></footer></body></html>`
}
