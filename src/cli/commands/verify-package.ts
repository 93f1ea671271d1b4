import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { CliError } from '../error.ts'
import { withLibrary } from '../library.ts'
import { print, printJson } from '../terminal.ts'
import { forTerminal, refusalWords } from '../words.ts'

const exitTampered = 1
const exitUnreadable = 2

/** Whether a package fits its own hashes. It is looked into as an import would, beside an empty library that is thrown away. */
export async function verifyPackage(file: string, json: boolean): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-verify-'))
  try {
    const options = { library: join(folder, 'library.palimpsest-db') }
    const looked = await withLibrary(
      { options },
      async ({ handlers }) => handlers.lookInto({ paths: [resolve(file)], zone: null }),
      { make: true }
    )
    const [found] = looked.files
    const [refusal] = looked.refused
    const about = found?.about ?? null
    if (about === null || about.verdict === 'unchecked') {
      if (refusal !== undefined) throw new CliError(refusalWords(file, refusal), exitUnreadable)
      throw new CliError(`"${file}" has no hashes of its own to be verified by.`, exitUnreadable)
    }
    const { verdict, findings, madeBy } = about
    if (json) printJson({ state: 'package', verdict, findings, madeBy })
    else if (verdict === 'intact') print('Everything in the package fits its hashes.')
    else print(['The package is not what was written:', ...findings.map((one) => `- ${forTerminal(one)}`)].join('\n'))
    return verdict === 'intact' ? 0 : exitTampered
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
