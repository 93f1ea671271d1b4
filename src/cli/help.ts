import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const diffHelp = `Usage: palimpsest diff OLD NEW [--json] [--lang LANG]
       palimpsest diff --jsonl [FILE...] [--lang LANG]

Shows what changed between two states of a text. An article is plain text: the headline on
the first line, then a date line, a standfirst, and paragraphs with blank lines between. Text
without a headline, be it a single sentence, is compared all the same.

  --json       print everything there is to say as JSON instead of a redline
  --jsonl      read a pair of texts from each line of the files, or of standard input,
               { "id": ..., "old": "...", "new": "...", "lang": "en" }, and print a line of
               JSON for each; "old" and "new" may be lists of sentences
  --lang LANG  the language of the texts (en, pt-BR, ...), where a line does not name it

Prints a redline, [-removed-]{+added+}, in colour on a terminal. The JSON is described in
docs/comparison.md. Exits with 0 whether or not something changed, with 1 when a file cannot
be read, or a line of a batch could not be understood: that line says so itself, and the
others are answered.`

export const verifyHelp = `Usage: palimpsest verify LIBRARY [--json]
       palimpsest verify PACKAGE [--json]

Says whether everything in a library file still is what was stored, or everything in a package
what was written: works out the hash of every record, text and raw page anew, and looks for
versions, checks and articles that are gone. The file is only read.

  --json   print { state, result: { articles, records, findings: [{ article, seq, version,
           reason, detail }], found, derived } } or { state, code, detail }; of a package
           { state, result: { madeBy, software, madeAt, articles, versions, records,
           withheld, findings, found } }

Exits with 0 when all is as it was stored, with 1 when something is not, and with 2 when
the file cannot be read as a library or package.

All hashes lie in the file: whoever can write it can make them anew. Only a hash that was
kept elsewhere shows that this did not happen.`

export const extractHelp = `Usage: palimpsest extract FILE|URL [--json] [--url URL] [--charset NAME] [--rules FILE]
       palimpsest extract --jsonl [FILE...] [--json]

Reads the article in a web page: what kind of page it is, what it says about itself, and its
text without what surrounds it. Nothing is stored.

  --json          print everything that was read as JSON, with what was left out and why
  --jsonl         read pages from each line of the files, or of standard input,
                  { "id": ..., "path": "page.html", "url": "https://...", "charset": "utf-8" },
                  and print a line of JSON for each: { id, outcome, headline, standfirst, byline,
                  published, updated, lang, dir, canonicalUrl, text, blocks: [{ kind, text }] };
                  with --json also all else, as "page"
  --url URL       the address that the file was saved from
  --charset NAME  the encoding of the page, whatever it says itself
  --rules FILE    try site rules, and list what was left out:
                  [{ "host": "news.example", "take": ["div.story"], "remove": [".promo"],
                  "why": "..." }], with selectors of tag, #id, .class, [attr] and [attr=value],
                  one within another

A file's encoding is found out as browsers do. Exits with 0 whatever kind of page it is, with 1
when it cannot be read, or a line of a batch could not be answered: that line says so itself,
and the others are answered.`

/** What the program can do, in words. */
export function help(): string {
  return `Palimpsest keeps every version of an article and shows what changed between any two.

Usage: palimpsest COMMAND [ARGUMENTS]

  diff OLD NEW [--json]   what changed between two saved states of an article
  diff --jsonl [FILE...]  the same for many pairs of texts, one a line
  extract FILE|URL        the article in a web page
  extract --jsonl [FILE...] the same for many pages, one a line
  verify FILE [--json]    whether everything in a library or package is what was stored
  --help                  this text; after a command, its own
  --version               the version`
}

export function version(): string {
  const manifest = join(import.meta.dirname, '../../package.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
