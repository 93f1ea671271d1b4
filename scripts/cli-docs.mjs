// Writes what is made from the definitions of the commands: docs/cli.md and the manual page. A test tells when it is due.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './run/root.mjs'

const reference = pathToFileURL(join(ROOT, 'src/cli/reference.ts')).href
const { manPage, markdownReference } = await import(reference)
mkdirSync(join(ROOT, 'resources/man'), { recursive: true })
writeFileSync(join(ROOT, 'docs/cli.md'), markdownReference())
writeFileSync(join(ROOT, 'resources/man/palimpsest.1'), manPage())
