/** Milliseconds that calls took, one after the other. */
export interface Times {
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Calls `ask` with 0, 1, 2 ... so often; the first few calls, in which code is compiled and pages are read, are left out. */
export async function times(rounds: number, ask: (round: number) => unknown): Promise<Times> {
  const warm = Math.ceil(rounds / 10)
  const taken: number[] = []
  for (let round = 0; round < rounds + warm; round++) {
    const started = performance.now()
    await ask(round)
    if (round >= warm) taken.push(performance.now() - started)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1)! }
}

/** A table with aligned columns; the first holds names, the others figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  return [line(head), ...rows.map(line)].join('\n')
}

/** A duration with as many digits as mean something. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
