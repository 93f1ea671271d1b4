import { useState } from 'react'

/** A value that outlives the window. What cannot be read or parsed counts as never stored. */
export function readStored<T>(key: string, fallback: T, valid: (value: unknown) => value is T): T {
  const text = localStorage.getItem(`palimpsest.${key}`)
  if (text === null) return fallback
  const value = parsed(text)
  return valid(value) ? value : fallback
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function writeStored(key: string, value: unknown): void {
  localStorage.setItem(`palimpsest.${key}`, JSON.stringify(value))
}

export function useStored<T>(
  key: string,
  fallback: T,
  valid: (value: unknown) => value is T
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => readStored(key, fallback, valid))
  return [
    value,
    (next: T) => {
      setValue(next)
      writeStored(key, next)
    }
  ]
}
