import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../.cache/data/suites/xss')
const suites = [
  'dompurify-expect',
  'owasp-filter-evasion',
  'payloadsallthethings',
  'dompurify-suite-strings',
  'payloadbox'
]

/** What is tried where the collections are not at hand. */
const own = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">press</a>',
  '<meta http-equiv=refresh content="0;url=https://evil.invalid/">',
  '<img src="https://evil.invalid/pixel.png">',
  '<link rel=stylesheet href="https://evil.invalid/a.css">'
]

/** Markup of attackers, those first that are known to run in a browser without a defence; at most `most`. */
export function payloads(most: number): string[] {
  const found = suites.flatMap((suite) => (existsSync(join(folder, `${suite}.json`)) ? live(suite) : []))
  const step = Math.max(1, found.length / Math.max(1, most - own.length))
  return [...own, ...found.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))].slice(0, most)
}

interface Case {
  readonly id: string
  readonly payload?: string
}

function live(suite: string): string[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const { cases } = read(`${suite}.json`) as { readonly cases: readonly Case[] }
  const ids = new Set(read(`results/${suite}.live-ids.json`) as readonly string[])
  const all = cases.filter(({ payload }) => payload !== undefined)
  return [...all.filter(({ id }) => ids.has(id)), ...all.filter(({ id }) => !ids.has(id))].map((one) => one.payload!)
}
