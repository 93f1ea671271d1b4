import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../.cache/data/suites/xss')
const suites = [
  'dompurify-expect',
  'owasp-filter-evasion',
  'payloadsallthethings',
  'dompurify-suite-strings',
  'payloadbox',
  'naughty-strings'
]

/** What markup of attackers does. */
export const kinds = ['scripts', 'requests', 'navigations', 'windows', 'downloads'] as const
export type Kind = (typeof kinds)[number]

const whole = 'style="position:fixed;inset:0;display:block;width:100%;height:100%"'
const evil = 'http://evil.example'

/** Markup of our own, by what it does in a page without a defence once it is shown and pressed. */
export const own: Readonly<Record<Kind, readonly string[]>> = {
  scripts: [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    '<details open ontoggle=alert(1)>open</details>',
    `<a href="javascript:alert(1)" ${whole}>press</a>`,
    `<div onmousemove=alert(1) ${whole}>pass over</div>`
  ],
  requests: [
    `<img src="${evil}/pixel.png">`,
    `<link rel=stylesheet href="${evil}/a.css">`,
    `<link rel=preconnect href="${evil}:8080"><link rel=dns-prefetch href="//name.evil.example">`,
    `<style>@import "${evil}/b.css"; body { background: url(${evil}/c.png) }</style>`,
    `<video autoplay src="${evil}/d.webm" poster="${evil}/e.png"></video>`,
    `<iframe src="${evil}/frame"></iframe><object data="${evil}/object"></object><embed src="${evil}/embed">`,
    `<a href="data:,x" ping="${evil}/ping" ${whole}>press</a>`
  ],
  navigations: [
    `<meta http-equiv=refresh content="0;url=${evil}/refresh">`,
    `<a href="${evil}/link" ${whole}>press</a>`,
    `<form action="${evil}/form"><button ${whole}>press</button></form>`,
    `<script>location = '${evil}/script'</script>`
  ],
  windows: [
    `<a href="${evil}/window" target=_blank ${whole}>press</a>`,
    `<script>open('${evil}/opened')</script>`,
    `<form action="${evil}/form" target=_blank><button ${whole}>press</button></form>`
  ],
  downloads: [
    `<a download="x.txt" href="data:text/plain,x" ${whole}>press</a>`,
    `<iframe src="${evil}/file.bin"></iframe>`,
    `<script>Object.assign(document.createElement('a'), { href: 'data:,x', download: 'y.txt' }).click()</script>`
  ]
}

/** Sets off every handler that stands in a page, as hands, a clipboard or a screen reader could: many wait for something rare. */
export const provoke = `for (const element of document.querySelectorAll('*'))
  for (const { name } of [...element.attributes])
    if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2).toLowerCase()))
//# sourceURL=watcher:provoke`

const allOwn = kinds.flatMap((kind) => own[kind])

interface Case {
  readonly id: string
  readonly payload?: string
}

/** Of the collections: what runs in Chromium without a defence, and all the rest. Nothing where they are not at hand. */
function collections(): { readonly live: readonly string[]; readonly others: readonly string[] } {
  const [live, others]: [string[], string[]] = [[], []]
  for (const suite of suites.filter((name) => existsSync(join(folder, `${name}.json`)))) {
    const { cases } = read(`${suite}.json`) as { readonly cases: readonly Case[] }
    const known = `results/${suite}.live-ids.json`
    const ids = new Set(existsSync(join(folder, known)) ? (read(known) as readonly string[]) : [])
    for (const { id, payload } of cases) if (payload) (ids.has(id) ? live : others).push(payload)
  }
  return { live, others }
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

/** Our own payloads (all of them), then those that are known to run, then others; of each as many as asked for, from all of it evenly. */
export function payloads(most: { readonly live: number; readonly others: number }): readonly string[] {
  const { live, others } = collections()
  return [...allOwn, ...evenly(live, most.live), ...evenly(others, most.others)]
}

function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (most >= all.length) return all
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]!)
}
