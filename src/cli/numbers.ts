import { UsageError } from './error.ts'
import type { Asked } from './spec.ts'

/** A number that an option was given, from `least` on; `usual` where it was not. Throws `CliError`. */
export function numberOf(
  { options }: Asked,
  name: string,
  { usual, least = 0 }: { usual: number; least?: number }
): number {
  const text = options[name]
  if (text === undefined) return usual
  const number = Number(text)
  if (text === true || !/^\d{1,9}$/u.test(text) || number < least)
    throw new UsageError(`--${name} takes a whole number from ${least} on, and not "${String(text)}".`)
  return number
}

/** What an option with a value was given; undefined where it was not. */
export function textOf({ options }: Asked, name: string): string | undefined {
  const text = options[name]
  return typeof text === 'string' ? text : undefined
}

export const has = ({ options }: Asked, name: string): boolean => options[name] === true

/** `1 article`, `2 articles`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
