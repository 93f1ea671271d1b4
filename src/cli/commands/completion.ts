import { completionFor, shells } from '../completion.ts'
import { UsageError } from '../error.ts'
import type { Run } from '../spec.ts'
import { oneLine, printJson } from '../terminal.ts'

/** `palimpsest completion SHELL` */
export const completion: Run = async ({ args, options }) => {
  const shell = shells.find((one) => one === args[0])
  if (shell === undefined)
    throw new UsageError(`There is no completion for "${oneLine(args[0]!)}". The shells are ${shells.join(', ')}.`)
  const script = completionFor(shell)
  if (options['json'] === true) printJson({ shell, script })
  else process.stdout.write(script)
  return 0
}
