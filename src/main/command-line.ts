/** Put before a command by `palimpsest` on the PATH, which then also switches off what only windows need. */
const commandSwitch = '--command-line'
const asked = new Set(['-h', '--help', '-V', '--version'])

/**
 * What is meant for the command line in the arguments of a start, without the program itself; null where the application
 * is meant. A first word of small letters is a command: what desktops hand over has slashes in it, and a file that is
 * called like a command can be written ./name. Files of resources/ (linux/palimpsest, macos/palimpsest) have the same rule.
 */
export function commandIn(args: readonly string[]): readonly string[] | null {
  const at = args.indexOf(commandSwitch)
  if (at >= 0) return args.slice(args[at + 1] === '--' ? at + 2 : at + 1)
  // Chromium's own switches may come first: the start script of an AppImage puts some there.
  const from = args.findIndex((arg) => !arg.startsWith('--') || asked.has(arg))
  const first = args[from] ?? ''
  return /^[a-z][a-z-]*$/u.test(first) || asked.has(first) ? args.slice(from) : null
}

/** Runs `program`, the built command line, in this process and ends it. Nothing of a window, or of Chromium, is started. */
export async function runCommand(
  program: string,
  args: readonly string[],
  exit: (code: number) => void
): Promise<void> {
  process.argv = [process.execPath, program, ...args]
  // For `palimpsest open`: an AppImage runs from a folder that is gone afterwards.
  process.env['PALIMPSEST_APP'] ??= process.env['APPIMAGE'] ?? process.execPath
  await import(program)
  await Promise.all([process.stdout, process.stderr].map(flushed))
  exit(Number(process.exitCode ?? 0))
}

/** Resolves when all that was written has left: a pipe may be read slowly, and the end of the process would cut it off. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve())
  })
