/** What a command was asked for. */
export interface Asked {
  readonly args: readonly string[]
  /** By the long name in camel case; a switch is `true`, all else is text as it was typed. */
  readonly options: Readonly<Record<string, string | true | undefined>>
}

/** Does it. Returns the exit code; throws `CliError` for what the person at the terminal has to be told. */
export type Run = (asked: Asked) => Promise<number>

export interface ArgumentSpec {
  /** `<file>` has to be there, `[file]` may be; three dots for any number. */
  readonly name: string
  readonly about: string
}

export interface OptionSpec {
  /** `-o, --output <file>` */
  readonly flags: string
  readonly about: string
  /** The only values that it takes. */
  readonly choices?: readonly string[]
}

/** A command: what its help, the manual and the completion say of it, and what does it. */
export interface Spec {
  readonly name: string
  /** One line, without a full stop. */
  readonly about: string
  /** How it is called, without the name of the program, where its arguments do not say it: one form a line. */
  readonly forms?: readonly string[]
  readonly args: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  /** What else there is to know, as paragraphs. */
  readonly more: readonly string[]
  /** What `--json` prints, in the notation of TypeScript; lines. */
  readonly json: readonly string[]
  /** What its exit codes mean. */
  readonly exits: readonly (readonly [code: number, about: string])[]
  readonly examples: readonly string[]
  /** Loaded when it is needed: a command brings SQLite, a parser of HTML or the web with it. */
  readonly load: () => Promise<Run>
}

export const libraryOption: OptionSpec = {
  flags: '--library <path>',
  about: 'the library file; else $PALIMPSEST_LIBRARY, else the one that the application opens'
}

export const jsonOption: OptionSpec = { flags: '--json', about: 'print JSON for programs' }

/** Which article: named the same way in every command. */
export const articleArgument: ArgumentSpec = {
  name: '<article>',
  about: 'its number, its address, or words of its headline that name no other'
}

/** What most commands exit with. */
export const usualExits: Spec['exits'] = [
  [0, 'done'],
  [1, 'not found, or refused; words on standard error say why'],
  [2, 'used wrongly']
]

/** The long name of an option, as it is typed: `--changed-since`. */
export const longName = ({ flags }: OptionSpec): string => /--[a-z-]+/u.exec(flags)![0]
