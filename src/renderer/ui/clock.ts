import { makeClock } from './time.ts'

/** The reader's own locale and time zone. */
export const clock = makeClock()
