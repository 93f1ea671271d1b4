import { once } from 'node:events'
import { compare } from '../../domain/diff/compare.ts'
import { sentenceMap } from '../../domain/diff/sentence-map.ts'
import { toJson } from '../../library/exchange/comparison-json.ts'
import { LineRefusal, readTextPair } from '../../library/exchange/text-pair.ts'
import { linesOf } from '../lines.ts'

/**
 * Compares the pairs of texts that the lines of some files name (standard input where there are none) and prints a line
 * for each, as it comes. Returns the exit code: 1 where a line could not be taken.
 */
export async function batch(files: readonly string[], lang: string | null): Promise<number> {
  let failed = false
  for await (const line of linesOf(files)) {
    if (line.trim() === '') continue
    const answer = answerTo(line, lang)
    failed ||= 'error' in answer
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain')
  }
  return failed ? 1 : 0
}

/** What a line is answered with; a line that cannot be taken says why, and the others go on. */
function answerTo(line: string, lang: string | null): object {
  try {
    const { id, older, newer, lang: own, divide } = readTextPair(line)
    const comparison = compare(older, newer, { lang: own ?? lang })
    return toJson(comparison, sentenceMap({ older, newer }, comparison, divide), id)
  } catch (error) {
    const { id } = error instanceof LineRefusal ? error : {}
    return { id, error: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
