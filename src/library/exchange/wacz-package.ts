import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AboutFile } from '../../contract/importing.ts'
import { articleKey } from '../address/key.ts'
import { FileRefusal } from './read-file.ts'
import { isWebAddress } from './site-document.ts'
import { chunksOf, type Zip } from './zip.ts'

const words = z.string().max(2000).optional().catch(undefined)

/** The frictionless data package of a WACZ file (webrecorder/specs, WACZ 1.1.1, 5.2). */
const dataPackage = z.object({
  title: words,
  created: words,
  software: words,
  resources: z
    .array(z.object({ path: z.string().max(2000), hash: z.string().max(200).optional() }))
    .max(100_000)
    .default([])
})
type DataPackage = z.output<typeof dataPackage>

const digestFile = z.object({ path: z.string(), hash: z.string() })

const largestJson = 10_000_000
const largestList = 50_000_000

/** Reads datapackage.json; one without resources where the archive has none. Throws `FileRefusal` `wrong-schema`. */
export async function readPackage(zip: Zip): Promise<DataPackage> {
  if (!zip.has('datapackage.json')) return { resources: [] }
  return parsed(dataPackage, await zip.read('datapackage.json', largestJson), 'datapackage.json')
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer, name: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    const where = error instanceof z.ZodError ? (error.issues[0]?.path.join('.') ?? '') : 'JSON'
    throw new FileRefusal('wrong-schema', `${name}: ${where}`)
  }
}

/** SHA-256 as a package writes it. */
async function hashOf(zip: Zip, name: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunksOf(zip, name)) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}

/** What cannot be unpacked fits no hash. */
const unreadable = (error: unknown): null => {
  if (error instanceof FileRefusal) return null
  throw error
}

/** The files whose hash does not fit; hashes of other kinds than SHA-256 are not checked. */
export async function unfit(zip: Zip, { resources }: DataPackage, signal: AbortSignal): Promise<Set<string>> {
  const wrong = new Set<string>()
  for (const { path, hash } of resources) {
    signal.throwIfAborted()
    if (hash?.startsWith('sha256:') !== true) continue
    if (!zip.has(path) || (await hashOf(zip, path).catch(unreadable)) !== hash.toLowerCase()) wrong.add(path)
  }
  return wrong
}

/** What a package says of itself, and whether its hashes fit all that it holds. A signature is not checked. */
export async function aboutPackage(zip: Zip, signal: AbortSignal): Promise<AboutFile> {
  const about = await readPackage(zip)
  const { title = null, software = null, created } = about
  const findings = [...(await unfit(zip, about, signal))].map((path) => `${path} does not fit its hash`)
  if (!(await isSealed(zip))) findings.push('datapackage.json does not fit its hash')
  const hashed = new Set(about.resources.filter(({ hash }) => hash !== undefined).map(({ path }) => path))
  const free = zip.entries.filter(({ name }) => !name.startsWith('datapackage') && !hashed.has(name))
  if (hashed.size > 0) findings.push(...free.slice(0, 100).map(({ name }) => `${name} has no hash`))
  const madeAt = new Date(created ?? Number.NaN)
  return {
    madeBy: null,
    software,
    title,
    madeAt: Number.isNaN(madeAt.getTime()) ? null : madeAt.toISOString(),
    verdict: hashed.size === 0 ? 'unchecked' : findings.length > 0 ? 'tampered' : 'intact',
    findings
  }
}

/** Whether the package fits the hash that stands beside it; so does one without. */
async function isSealed(zip: Zip): Promise<boolean> {
  const name = 'datapackage-digest.json'
  if (!zip.has(name)) return true
  try {
    const { hash } = parsed(digestFile, await zip.read(name, largestJson), name)
    return hash === (await hashOf(zip, 'datapackage.json'))
  } catch (error) {
    if (error instanceof FileRefusal) return false
    throw error
  }
}

const page = z.object({ url: z.string() })

/** The keys of the addresses that a package lists as pages; null where it has no list, or an empty one. */
export async function listedPages(zip: Zip): Promise<Set<string> | null> {
  const keys = new Set<string>()
  for (const { name } of zip.entries.filter((entry) => /^pages\/[^/]+\.jsonl$/.test(entry.name))) {
    const text = (await zip.read(name, largestList)).toString('utf8')
    for (const line of text.split('\n')) {
      const found = page.safeParse(jsonOf(line))
      if (found.success && isWebAddress(found.data.url)) keys.add(articleKey(found.data.url))
    }
  }
  return keys.size > 0 ? keys : null
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // A line that is no JSON lists no page.
    return null
  }
}
