import { articleShape, versionShape } from './article-json.ts'
import { sentence } from './paragraph.ts'
import { about } from './program.ts'
import { specs } from './specs.ts'
import type { Spec } from './spec.ts'

/** How a command is called, a form a line. */
function formsOf({ name, forms, args }: Spec): string[] {
  const usual = ['[options]', ...args.map((arg) => arg.name)].join(' ')
  return (forms ?? [usual]).map((form) => `palimpsest ${name} ${form}`)
}

const environment: readonly (readonly [name: string, about: string])[] = [
  ['PALIMPSEST_LIBRARY', 'the library file, where --library does not name it'],
  ['PALIMPSEST_DATA', "the folder of the application's own files, where it is not the usual one"],
  ['PALIMPSEST_APP', 'the program of the application, for "palimpsest open"'],
  ['NO_COLOR', 'no colours, whatever it holds (no-color.org)']
]

const exits: readonly (readonly [code: number, about: string])[] = [
  [0, 'done'],
  [1, 'refused, not found, or not as it was stored; words on standard error say why'],
  [2, 'used wrongly; "verify" also where the file cannot be read'],
  [70, 'an error of Palimpsest itself'],
  [130, 'stopped by Ctrl-C']
]

const intro = `# The command line

<!-- Made by scripts/cli-docs.mjs from src/cli/specs; change those. -->

\`palimpsest\` works on the same library file as the application, without a window: for cron, servers and scripts. From the
sources it is \`npm run -s cli -- COMMAND\`.

**The library** is what \`--library\` names, else \`$PALIMPSEST_LIBRARY\`, else the one that the application opens: the one
that was chosen in its settings, or \`library.palimpsest-db\` in \`$PALIMPSEST_DATA\`, \`~/.config/Palimpsest\` (Linux),
\`~/Library/Application Support/Palimpsest\` (macOS) or \`%APPDATA%\\Palimpsest\` (Windows). \`add\` and \`import\` make it
where there is none. Any command may run while the application is open: an open window shows within a second or two what a
command stored.

**An article** is named by its number, by its address, or by words of its headline that name no other; where they name
several, these are listed with their numbers and the exit code is 1. **A version** is \`v3\`, \`3\`, \`1a\`, \`first\`,
\`newest\`, or a date (\`2026-05-01\`, \`2026-05-01T14:00\`): the version as it stood then.

**Output.** Answers go to standard output, everything else to standard error. Times are those of this computer, in JSON
they are ISO 8601 UTC. There are colours and progress only on a terminal, and no colours where \`NO_COLOR\` is set. Text
from pages cannot move the cursor or change colours. Lines are cut to the width of a terminal, and of nothing else.

**JSON.** Every command has \`--json\`. What it prints is described with each command, in the notation of TypeScript. Names
do not change their meaning; new ones may be added. An error is words on standard error and an exit code in JSON too.
`

const tableOf = (head: readonly [string, string], rows: readonly (readonly [string | number, string])[]): string =>
  [
    `| ${head[0]} | ${head[1]} |`,
    '| --- | --- |',
    ...rows.map(([left, right]) => `| \`${left}\` | ${cell(right)} |`)
  ].join('\n')

/** Angle brackets and bars mean something in a table. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;')

/** docs/cli.md */
export function markdownReference(): string {
  const parts = [
    intro.trimEnd(),
    tableOf(['exit code', 'meaning'], exits),
    tableOf(['variable', 'meaning'], environment),
    `\`\`\`ts\n${[...articleShape, '', ...versionShape].join('\n')}\n\`\`\``,
    ...specs.flatMap(commandMarkdown)
  ]
  return `${parts.join('\n\n')}\n`
}

function commandMarkdown(spec: Spec): string[] {
  const { name, about, args, options, more, json, exits, examples } = spec
  return [
    `## ${name}`,
    sentence(about),
    `\`\`\`\n${formsOf(spec).join('\n')}\n\`\`\``,
    tableOf(
      ['argument or option', 'meaning'],
      [
        ...args.map((arg) => [arg.name, arg.about] as const),
        ...options.map((option) => [option.flags, withChoices(option)] as const)
      ]
    ),
    ...more.map((text) => text.replaceAll('*', String.raw`\*`)),
    `JSON: \n\n\`\`\`ts\n${json.join('\n')}\n\`\`\``.replace(': \n', ':\n'),
    tableOf(['exit code', 'meaning'], exits),
    ...(examples.length === 0 ? [] : [`\`\`\`\n${examples.join('\n')}\n\`\`\``])
  ]
}

const withChoices = ({ about, choices }: Spec['options'][number]): string =>
  choices === undefined ? about : `${about}: ${choices.join(', ')}`

/** A text in the notation of man(7): no line begins with a dot or a quote, and no dash is made a hyphen. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^([.'])/gmu, String.raw`\&$1`)

const bold = (text: string): string => `\\fB${roff(text)}\\fR`

/** resources/man/palimpsest.1 */
export function manPage(): string {
  const lines = [
    '.\\" Made by scripts/cli-docs.mjs from src/cli/specs; change those.',
    '.TH PALIMPSEST 1',
    '.SH NAME',
    `palimpsest \\- ${roff(about.slice(0, 1).toLowerCase() + about.slice(1, -1))}`,
    '.SH SYNOPSIS',
    `${bold('palimpsest')} \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]`,
    '.SH COMMANDS',
    ...specs.flatMap(commandMan),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, meaning]) => ['.TP', bold(name), roff(meaning)]),
    '.SH EXIT STATUS',
    ...exits.flatMap(([code, meaning]) => ['.TP', bold(String(code)), roff(meaning)]),
    '.SH SEE ALSO',
    roff('docs/cli.md, which describes what --json prints.')
  ]
  return `${lines.join('\n')}\n`
}

function commandMan(spec: Spec): string[] {
  return [
    `.SS ${roff(spec.name)}`,
    roff(sentence(spec.about)),
    '.PP',
    '.nf',
    ...formsOf(spec).map(roff),
    '.fi',
    ...spec.args.flatMap(({ name, about }) => ['.TP', bold(name), roff(about)]),
    ...spec.options.flatMap((option) => ['.TP', bold(option.flags), roff(withChoices(option))]),
    ...spec.more.flatMap((text) => ['.PP', roff(text)]),
    ...spec.exits.flatMap(([code, about]) => ['.TP', `Exit code ${bold(String(code))}`, roff(about)]),
    ...spec.examples.flatMap((example) => ['.PP', '.nf', roff(example), '.fi'])
  ]
}
