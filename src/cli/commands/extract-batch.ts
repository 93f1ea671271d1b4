import { once } from 'node:events'
import type { BlockKind } from '../../domain/revision.ts'
import type { Page } from '../../domain/page.ts'
import { readPage } from '../../library/extract/read-page.ts'
import { readPageLine } from '../../library/exchange/page-line.ts'
import type { SiteRules } from '../../library/extract/site-rules.ts'
import { linesOf } from '../lines.ts'
import { getPage, PageRefusal } from '../page-source.ts'

interface How {
  /** Everything that is known of a page, with what was left out. */
  readonly full: boolean
  readonly rules: SiteRules | undefined
}

/**
 * Reads the pages that the lines of some files name (standard input where there are none) and prints a line for each, in
 * their order, as it comes. Returns the exit code: 1 where a page could not be read.
 */
export async function extractBatch(files: readonly string[], how: How): Promise<number> {
  let failed = false
  for await (const line of linesOf(files)) {
    if (line.trim() === '') continue
    const answer = await answerTo(line, how)
    failed ||= 'error' in answer
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain')
  }
  return failed ? 1 : 0
}

/** What a line is answered with; a page that cannot be read says why, and the others go on. */
async function answerTo(line: string, { full, rules }: How): Promise<object> {
  const read = readPageLine(line)
  if ('error' in read) return read
  const { id, path, url = null, charset = null } = read
  try {
    const got = await getPage({ place: path, url, charset, at: new Date().toISOString() })
    const page = readPage(got.text, { ...got.source, ...(rules === undefined ? {} : { rules }) })
    return { id, ...summary(page), ...(full ? { page } : {}) }
  } catch (error) {
    return {
      id,
      error: error instanceof PageRefusal ? error.message : `An error that should not happen: ${String(error)}`
    }
  }
}

const head = new Set<BlockKind>(['headline', 'standfirst', 'byline', 'dateline'])

function summary({ kind, headline, standfirst, byline, published, updated, lang, dir, canonicalUrl, content }: Page) {
  const body = content.blocks.filter((block) => !head.has(block.kind))
  return {
    outcome: kind,
    headline,
    standfirst,
    byline,
    published,
    updated,
    lang,
    dir,
    canonicalUrl,
    text: body
      .filter(({ kind }) => kind !== 'image' && kind !== 'embed')
      .map(({ text }) => text)
      .join('\n\n'),
    blocks: content.blocks.map(({ kind, text }) => ({ kind, text }))
  }
}
