// How well an article's text is found in pages, beside Readability and Defuddle in the same run. PARTS=segments,gold,noise,edgi
// chooses, PEERS=0 leaves the others out, HALF=0 or 1 takes every other page. The worst pages go to
// .cache/bench/extract-worst.txt.
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { measureEdgi } from './extract/edgi.ts'
import { defuddle, ours, readability, type Extractor } from './extract/engines.ts'
import { measureGold } from './extract/gold.ts'
import { measureNoise } from './extract/noise.ts'
import { measureSegments } from './extract/segments.ts'

const parts = (process.env['PARTS'] ?? 'segments,gold,noise,edgi').split(',')
const engines: readonly Extractor[] = process.env['PEERS'] === '0' ? [ours] : [ours, readability, defuddle]
const half = process.env['HALF'] === undefined ? null : Number(process.env['HALF'])
const worst: string[] = []

if (parts.includes('segments')) await measureSegments({ engines, half, worst })
if (parts.includes('gold')) await measureGold({ engines, half, worst })
if (parts.includes('noise')) await measureNoise({ engines, half, worst })
if (parts.includes('edgi')) measureEdgi()

const folder = resolve(import.meta.dirname, '../.cache/bench')
mkdirSync(folder, { recursive: true })
writeFileSync(resolve(folder, 'extract-worst.txt'), worst.join('\n'))
