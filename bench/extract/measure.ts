import type { Extractor } from './engines.ts'

export interface Measuring {
  readonly engines: readonly Extractor[]
  /** 0 or 1: every other page; null: all. */
  readonly half: number | null
  /** Where lines about the worst pages go. */
  readonly worst: string[]
}

/** The text that an extractor finds; nothing where it throws. */
export async function tried(
  engine: Extractor,
  html: string,
  url: string,
  what: 'text' | 'whole' = 'text'
): Promise<string> {
  try {
    return await engine[what](html, url)
  } catch (thrown) {
    if (engine.name === 'ours') throw thrown
    return ''
  }
}

export const chosen = (half: number | null, at: number): boolean => half === null || at % 2 === half
export const rounded = (value: number): string => value.toFixed(4)
