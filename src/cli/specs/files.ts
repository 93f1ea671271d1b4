import { articleArgument, jsonOption, libraryOption, usualExits, type Spec } from '../spec.ts'

export const formats = [
  'html',
  'markdown',
  'json',
  'text',
  'patch',
  'package',
  'wacz',
  'warc',
  'history',
  'csv',
  'ndjson',
  'atom',
  'opml'
]

/** What has to do with files, and with the library as one. */
export const fileSpecs: readonly Spec[] = [
  {
    name: 'export',
    about: 'write what changed in an article, or whole articles, to a file',
    args: [{ name: '[article...]', about: 'their numbers, addresses, or words of their headlines' }],
    options: [
      libraryOption,
      { flags: '--as <format>', about: 'what to write', choices: formats },
      { flags: '-o, --output <file>', about: 'where to' },
      { flags: '--all', about: 'every article of the library' },
      { flags: '--older <version>', about: 'the earlier of two versions (the one before the later)' },
      { flags: '--newer <version>', about: 'the later of two versions (newest)' },
      { flags: '--notes', about: 'with the notes' },
      jsonOption
    ],
    more: [
      'html, markdown, json, text and patch tell what changed between two versions of one article. All others hold whole articles with every version. A file is written whole or not at all. A PDF and a picture are drawn by a window: the application alone can write them.'
    ],
    json: [
      '{ state: "written" | "stopped" | "failed", reason?: "full" | "denied" | "missing" | "other", path: string,',
      '  format: string, articles: number }'
    ],
    exits: [
      [0, 'written'],
      [1, 'not written; words on standard error say why'],
      [2, 'used wrongly'],
      [130, 'stopped by Ctrl-C; nothing is left of it']
    ],
    examples: ['palimpsest export 12 --as html -o report.html', 'palimpsest export --all --as warc -o all.warc.gz'],
    load: async () => (await import('../commands/export.ts')).exportCommand
  },
  {
    name: 'verify',
    about: 'whether everything in a library, or a package, is what was stored',
    args: [{ name: '[file]', about: 'a library or a package; the library where it is left out' }],
    options: [libraryOption, jsonOption],
    more: [
      'Works out the hash of every record, text and raw page anew, and looks for versions, checks and articles that are gone. The file is only read.',
      'All hashes lie in the file: whoever can write it can make them anew. Only a hash that was kept elsewhere shows that this did not happen.'
    ],
    json: [
      '{ state: "checked", result: { articles: number, records: number, findings: { article: object | null, seq: number | null,',
      '    version: string | null, reason: string, detail: string }[], found: number, derived: object[] } }',
      'or { state: "unreadable", code: string, detail: string }',
      'of a package { state: "checked", result: { madeBy: string | null, software: string, madeAt: string, articles: number,',
      '    versions: number, records: number, withheld: number, findings: object[], found: number } }'
    ],
    exits: [
      [0, 'all is as it was stored'],
      [1, 'something is not'],
      [2, 'used wrongly, or the file cannot be read']
    ],
    examples: ['palimpsest verify', 'palimpsest verify backup.palimpsest-db --json'],
    load: async () => (await import('../commands/verify.ts')).verify
  },
  {
    name: 'extract',
    about: 'the article in a web page, without what surrounds it',
    forms: [
      'FILE|URL [--json] [--url URL] [--charset NAME] [--rules FILE]',
      '--jsonl [FILE...] [--json] [--rules FILE]'
    ],
    args: [{ name: '[place...]', about: 'a file or an address; with --jsonl files' }],
    options: [
      { flags: '--json', about: 'print everything that was read as JSON, with what was left out and why' },
      {
        flags: '--jsonl',
        about:
          'read pages from each line of the files, or of standard input, { "id", "path": "page.html", "url", "charset" }, and print a line of JSON for each: { id, outcome, headline, standfirst, byline, published, updated, lang, dir, canonicalUrl, text, blocks: [{ kind, text }] }; with --json also all else, as "page"'
      },
      { flags: '--url <url>', about: 'the address that the file was saved from' },
      { flags: '--charset <name>', about: 'the encoding of the page, whatever it says itself' },
      {
        flags: '--rules <file>',
        about:
          'try site rules, and list what was left out: [{ "host": "news.example", "take": ["div.story"], "remove": [".promo"], "why": "..." }], with selectors of tag, #id, .class, [attr] and [attr=value], one within another'
      }
    ],
    more: [
      'Says what kind of page it is, what it says about itself, and its text. Nothing is stored. The encoding of a file is found out as browsers do.'
    ],
    json: ['{ extractor: string, encoding: string, kind: string, ... } as it was read; with --jsonl one a line'],
    exits: [
      [0, 'read, whatever kind of page it is'],
      [
        1,
        'it cannot be read, or a line of a batch could not be answered: that line says so itself, and the others are answered'
      ],
      [2, 'used wrongly']
    ],
    examples: ['palimpsest extract page.html --url https://example.org/news/story'],
    load: async () => (await import('../commands/extract.ts')).extract
  },
  {
    name: 'open',
    about: 'open an article or a file in the application',
    args: [{ ...articleArgument, name: '<what>', about: 'a file, or an article as elsewhere' }],
    options: [libraryOption, jsonOption],
    more: [
      'The application is what $PALIMPSEST_APP names, else where it is usually installed. An article can only be opened in the library that the application opens.'
    ],
    json: ['{ app: string, opened: string }'],
    exits: usualExits,
    examples: ['palimpsest open 12', 'palimpsest open saved.html'],
    load: async () => (await import('../commands/open.ts')).open
  }
]
