import { createContext } from 'react'

/** Whether `removed:` and `added:` are said inside the text. */
export const SpokenMarks = createContext(false)
