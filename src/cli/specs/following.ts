import { jsonOption, libraryOption, type Spec } from '../spec.ts'

/** What brings articles into the library and keeps them checked. */
export const followingSpecs: readonly Spec[] = [
  {
    name: 'add',
    about: 'follow articles and feeds on the web, or add saved files',
    args: [{ name: '<what...>', about: 'addresses, or files that hold articles or lists of addresses' }],
    options: [
      libraryOption,
      { flags: '--folder <name>', about: 'the folder they go into' },
      {
        flags: '--pace <pace>',
        about: 'how often they are checked (usual)',
        choices: ['usual', 'more', 'less', 'paused']
      },
      { flags: '--feed', about: 'follow the feed of each page instead of the article on it' },
      jsonOption
    ],
    more: [
      'Each address is asked once. An article becomes version 1 at once; of a feed the articles it names are read by the next "palimpsest check". What is in the library already is not added again. The library is made where there is none.'
    ],
    json: [
      '{ articles: Article[], feeds: { id: number, url: string }[], newArticles: number, newAddresses: number,',
      '  newFeeds: number, alreadyThere: number, refused: { what: string, code: string, words: string }[] }'
    ],
    exits: [
      [0, 'all of it is followed or stored'],
      [1, 'something was not taken; words on standard error say why'],
      [2, 'used wrongly']
    ],
    examples: [
      'palimpsest add https://example.org/news/story --folder Town',
      'palimpsest add --feed https://example.org/'
    ],
    load: async () => (await import('../commands/add.ts')).add
  },
  {
    name: 'check',
    about: 'look at articles and feeds that are due, once, and end',
    forms: ['[--due] [--wait] [options]', '--all [--wait] [options]', 'ARTICLE... [--wait] [options]'],
    args: [
      { name: '[article...]', about: 'only these, due or not: their numbers, addresses, or words of their headlines' }
    ],
    options: [
      libraryOption,
      { flags: '--due', about: 'what is due by its own schedule; so it is without any option too' },
      { flags: '--all', about: 'everything that is followed, due or not' },
      { flags: '--wait', about: 'wait up to an hour for sites that asked to be left alone, and look then' },
      jsonOption
    ],
    more: [
      'Asks as politely as the application does: robots.txt, the time between two requests to a site, the requests an hour and what a site asked for hold here too, and what was chosen in Settings, Checking. Meant for cron: */15 * * * * palimpsest check. It may run while the application is open; what one of the two looks at, the other leaves alone. Ctrl-C begins nothing more and ends when what is under way is stored.'
    ],
    json: [
      '{ done: { at: string, what: "article" | "feed" | "archive" | "rebuilt", url: string, article: number | null,',
      '    feed: number | null, title: string, source: string, outcome: string, status: number | null,',
      '    detail: string, version: string | null, added: number }[],',
      '  waiting: { kind: "article" | "feed", id: number, until: string }[], due: number }'
    ],
    exits: [
      [0, 'looked, whatever was found; also where nothing was due'],
      [1, 'nothing could be asked: checks are paused, there is no network, or an article is not followed'],
      [2, 'used wrongly'],
      [130, 'stopped by Ctrl-C']
    ],
    examples: ['palimpsest check', 'palimpsest check 12 --wait'],
    load: async () => (await import('../commands/check.ts')).check
  },
  {
    name: 'import',
    about: 'take files and folders of any known format into the library',
    args: [{ name: '<file...>', about: 'files and folders' }],
    options: [
      libraryOption,
      { flags: '--dry-run', about: 'say what they hold and what would be added; store nothing' },
      { flags: '--zone <name>', about: 'the time zone of times that name none: Europe/Madrid' },
      jsonOption
    ],
    more: [
      'The format is found out from what a file holds, not from its name. The same import again adds nothing. What is stored stays where it is stopped by Ctrl-C. The library is made where there is none.'
    ],
    json: [
      '{ articles: number[], newArticles: number, newRevisions: number, alreadyThere: number, deleted: number,',
      '  refused: { file: string, record?: string, code: string, detail: string }[], refusedCount: number,',
      '  newFeeds: number, newAddresses: number, isStopped: boolean }',
      'with --dry-run { files: { name: string, format: string | null, articles: number, versions: number,',
      '    from: string | null, to: string | null, isZoneGuessed: boolean, about: object | null }[],',
      '  newArticles: number, newRevisions: number, alreadyThere: number, deleted: number, feeds: number,',
      '  addresses: number, refused: (as above), refusedCount: number, isStopped: boolean }'
    ],
    exits: [
      [0, 'all was taken, or was there'],
      [1, 'something was refused; the rest was taken'],
      [2, 'used wrongly'],
      [130, 'stopped by Ctrl-C']
    ],
    examples: ['palimpsest import --dry-run saved/', 'palimpsest import diffs.db --zone Europe/Madrid'],
    load: async () => (await import('../commands/import.ts')).importCommand
  }
]
