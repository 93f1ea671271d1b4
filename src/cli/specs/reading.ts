import { articleArgument, jsonOption, libraryOption, usualExits, type Spec } from '../spec.ts'

const versionOption = {
  flags: '--version <version>',
  about: 'v3, 3, first, newest, or a date: as it stood then (newest)'
}

/** What shows what is in the library. */
export const readingSpecs: readonly Spec[] = [
  {
    name: 'list',
    about: 'list articles, the last changed first',
    args: [{ name: '[list]', about: 'recent, unread, headline, silent, starred, all or deleted (all)' }],
    options: [
      libraryOption,
      { flags: '--folder <name>', about: 'only what is in this folder' },
      { flags: '--source <name>', about: 'only what this source published: its name or number' },
      { flags: '--changed-since <date>', about: 'only what was first seen like this on that day or later' },
      { flags: '--limit <number>', about: 'at most so many (50); 0 for all' },
      jsonOption
    ],
    more: ['Times are those of this computer; in JSON they are UTC.'],
    json: ['{ total: number, articles: Article[] }'],
    exits: usualExits,
    examples: ['palimpsest list silent', 'palimpsest list --changed-since 2026-05-01 --json'],
    load: async () => (await import('../commands/list.ts')).list
  },
  {
    name: 'log',
    about: 'the timeline of an article in words: its versions and every check',
    args: [articleArgument],
    options: [libraryOption, jsonOption],
    more: [],
    json: [
      '{ article: { id: number, source: string, url: string | null, lang: string | null, dir: "ltr" | "rtl", headline: string },',
      '  revisions: Version[], captures: { id: number, at: string, until: string, count: number, outcome: string,',
      '    status: number | null, error: string | null, revision: number | null }[],',
      '  gaps: { label: string, at: string, deletedAt: string, revision: number | null, lost: boolean }[],',
      '  unobserved: { from: string, to: string | null }[], headlines: object[] }'
    ],
    exits: usualExits,
    examples: ['palimpsest log "sea wall"'],
    load: async () => (await import('../commands/log.ts')).log
  },
  {
    name: 'show',
    about: 'the text of one version of an article',
    args: [articleArgument],
    options: [
      libraryOption,
      versionOption,
      { flags: '--markdown', about: 'as Markdown, with links' },
      { flags: '--raw', about: 'the page as it was stored, in UTF-8' },
      jsonOption
    ],
    more: [],
    json: ['{ article: Article, version: Version, content: { blocks: object[], claims: object[] } }'],
    exits: usualExits,
    examples: ['palimpsest show 12 --version v2', 'palimpsest show 12 --version 2026-05-01 --markdown'],
    load: async () => (await import('../commands/show.ts')).show
  },
  {
    name: 'diff',
    about: 'what changed between two versions, two files, or many pairs of texts',
    forms: [
      'OLD NEW [--json] [--lang LANG]',
      'ARTICLE [OLDER NEWER] [--json] [--library PATH]',
      '--jsonl [FILE...] [--lang LANG]'
    ],
    args: [{ name: '[what...]', about: 'two files; or an article, and two of its versions (its last two)' }],
    options: [
      libraryOption,
      { flags: '--json', about: 'print everything there is to say as JSON instead of a redline' },
      {
        flags: '--jsonl',
        about:
          'read a pair of texts from each line of the files, or of standard input, { "id", "old", "new", "lang" }, and print a line of JSON for each; "old" and "new" may be lists of sentences'
      },
      { flags: '--lang <lang>', about: 'the language of the texts (en, pt-BR, ...), where a line does not name it' }
    ],
    more: [
      'Two names are files: plain text (the headline on the first line, then a date line, a standfirst, and paragraphs with blank lines between) or web pages, of which the article is taken. Text without a headline, be it a single sentence, is compared all the same. No library is needed.',
      'Prints a redline, [-removed-]{+added+}, in colour on a terminal. The JSON is described in docs/comparison.md.'
    ],
    json: ['a comparison, as docs/comparison.schema.json says; with --jsonl one a line'],
    exits: [
      [0, 'done, whether or not something changed'],
      [
        1,
        'a file cannot be read, or a line of a batch could not be understood: that line says so itself, and the others are answered'
      ],
      [2, 'used wrongly']
    ],
    examples: ['palimpsest diff old.html new.html', 'palimpsest diff 12 v2 v5'],
    load: async () => (await import('../commands/diff.ts')).diff
  },
  {
    name: 'blame',
    about: 'since which version each passage of an article stands there',
    args: [articleArgument],
    options: [libraryOption, versionOption, jsonOption],
    more: [],
    json: [
      '{ article: Article, version: Version, blocks: { kind: string, text: string,',
      '    passages: { text: string, since: string, at: string, stood: { from: string, to: string }[] }[] }[] }'
    ],
    exits: usualExits,
    examples: ['palimpsest blame 12'],
    load: async () => (await import('../commands/blame.ts')).blame
  },
  {
    name: 'search',
    about: 'find articles by what any of their versions says',
    args: [{ name: '<query...>', about: 'words, "phrases" and begin* of words; all of them have to be there' }],
    options: [
      libraryOption,
      {
        flags: '--in <where>',
        about: 'where the words have to stand (anywhere)',
        choices: ['anywhere', 'removed', 'current', 'headlines', 'added']
      },
      { flags: '--limit <number>', about: 'at most so many articles (20)' },
      jsonOption
    ],
    more: [
      'A word may have its own place before it: removed:wall. Found words stand between «» where there are no colours.'
    ],
    json: [
      '{ total: number, exact: boolean, waiting: number, hits: { article: Article, snippet: { text: string, hit: boolean }[],',
      '    inHeadline: boolean, shown: string, gone: string | null, versions: string }[] }'
    ],
    exits: [
      [0, 'something was found'],
      [1, 'nothing was found'],
      [2, 'used wrongly']
    ],
    examples: ['palimpsest search --in removed "forced out"'],
    load: async () => (await import('../commands/search.ts')).search
  },
  {
    name: 'stats',
    about: 'how much the library holds, and what takes up its room',
    args: [],
    options: [libraryOption, jsonOption],
    more: [],
    json: [
      '{ path: string, articles: number, versions: number, sources: number, lists: { [name: string]: number },',
      '  deleted: { articles: number, versions: number, bytes: number }, bytes: number, free: number, search: number,',
      '  due: number, lastCheck: string | null, nextCheck: string | null, paused: boolean }'
    ],
    exits: usualExits,
    examples: [],
    load: async () => (await import('../commands/stats.ts')).stats
  }
]
