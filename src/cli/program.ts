import { Command, CommanderError, Option } from 'commander'
import { exitUsage, UsageError } from './error.ts'
import { paragraph, sentence } from './paragraph.ts'
import { specs } from './specs.ts'
import type { Asked, OptionSpec, Spec } from './spec.ts'
import { version } from './placed.ts'

/** What the first line of the help and of the manual says. */
export const about = 'Keeps every version of an article and shows what changed between any two.'

/** Told the exit code of the command that ran. */
type Done = (code: number) => void

/** All commands, as commander parses them. What is used wrongly is thrown as a `CommanderError`. */
export function program(done: Done): Command {
  const root = new Command('palimpsest')
    .description(about)
    .usage('COMMAND [ARGUMENTS]')
    .version(version(), '-V, --version', 'the version')
    .helpOption('-h, --help', 'this text; after a command, its own')
    .helpCommand('help [command]', 'the same')
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, 'palimpsest: ')) })
  for (const spec of specs) addCommand(root, spec, done)
  return root
}

function addCommand(root: Command, spec: Spec, done: Done): void {
  const command = root.command(spec.name).description(sentence(spec.about)).showHelpAfterError()
  command.summary(spec.about).helpOption('-h, --help', 'this text')
  if (spec.forms !== undefined) command.usage(spec.forms.join(`\n       palimpsest ${spec.name} `))
  for (const { name, about } of spec.args) command.argument(name, about)
  for (const option of spec.options) command.addOption(optionOf(option))
  command.addHelpText('after', `\n${afterHelp(spec).join('\n\n')}`)
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Asked['options']>()
    const run = await spec.load()
    done(await run({ args: given.slice(0, spec.args.length).flat().filter(isText), options }))
  })
}

const isText = (value: unknown): value is string => typeof value === 'string'

function optionOf({ flags, about, choices }: OptionSpec): Option {
  const option = new Option(flags, about)
  return choices === undefined ? option : option.choices(choices)
}

/** What follows the options in the help of a command. */
function afterHelp({ more, exits, examples }: Spec): string[] {
  const codes = exits.map(([code, about]) => paragraph(about, String(code).padStart(5)))
  return [
    ...more.map((text) => paragraph(text)),
    `Exits with\n${codes.join('\n')}`,
    ...(examples.length === 0 ? [] : [`Examples\n${examples.map((example) => `  ${example}`).join('\n')}`])
  ]
}

/** Runs the program; returns its exit code. What was used wrongly has been said on standard error. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code = 0
  const root = program((exit) => (code = exit))
  const [name] = args
  if (name === undefined) {
    process.stdout.write(root.helpInformation())
    return exitUsage
  }
  if (!name.startsWith('-') && name !== 'help' && !specs.some((spec) => spec.name === name))
    throw new UsageError(`There is no command "${name}". Run "palimpsest --help" for the list.`)
  try {
    await root.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage
    if (error instanceof UsageError) throw new UsageError(withUsage(root, name, error.message))
    throw error
  }
  return code
}

/** What was wrong, and how it is used. */
function withUsage(root: Command, name: string, words: string): string {
  const command = root.commands.find((one) => one.name() === name)
  return command === undefined ? words : `${words}\n\n${command.helpInformation().trimEnd()}`
}
