import { findArticle, findVersion } from '../article.ts'
import { articleJson, versionJson } from '../article-json.ts'
import { CliError, UsageError } from '../error.ts'
import { withLibrary } from '../library.ts'
import { markdown } from '../markdown.ts'
import { has, textOf } from '../numbers.ts'
import type { Asked, Run } from '../spec.ts'
import { print, printJson } from '../terminal.ts'
import { forTerminal } from '../words.ts'

/** `palimpsest show ARTICLE [--version V] [--markdown | --json | --raw]` */
export const show: Run = (asked) => {
  const form = formOf(asked)
  return withLibrary(asked, async (library) => {
    const { handlers } = library
    const article = await findArticle(library, asked.args[0]!)
    const version = findVersion(await handlers.timemap({ article: article.id }), textOf(asked, 'version') ?? 'newest')
    if (form === 'raw') {
      const page = await handlers.storedPage({ revision: version.id, what: 'page' })
      if (page === null) throw new CliError(`The page of v${version.label} was not kept, its text alone.`)
      process.stdout.write(process.stdout.isTTY ? forTerminal(new TextDecoder().decode(page.bytes)) : page.bytes)
      return 0
    }
    const content = await handlers.content({ revision: version.id })
    if (form === 'json') printJson({ article: articleJson(article), version: versionJson(version), content })
    else if (form === 'markdown') print(forTerminal(markdown(content)))
    else print(content.blocks.map(({ text }) => forTerminal(text)).join('\n\n'))
    return 0
  })
}

function formOf(asked: Asked): 'text' | 'markdown' | 'json' | 'raw' {
  const chosen = (['markdown', 'json', 'raw'] as const).filter((name) => has(asked, name))
  if (chosen.length > 1) throw new UsageError('Choose one of --markdown, --json and --raw.')
  return chosen[0] ?? 'text'
}
