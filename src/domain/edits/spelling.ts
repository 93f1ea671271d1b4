/** How many letters are added, removed, replaced or swapped with their neighbour between two words; at most `most` + 1. */
function editDistance(one: string, other: string, most: number): number {
  const a = [...one]
  const b = [...other]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = b.map((_, index) => index).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const plain = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      next.push(swapped ? Math.min(plain, before[j - 2]! + 1) : plain)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

const letters = /^[\p{L}\p{M}]+$/u

/**
 * Whether one word may be a misspelling of the other: letters alone, edit distance up to 2, the same first letter, and a
 * difference inside the word. A difference at either end is another form (killed, killing) or another word (unlawful).
 */
export function isMisspelling(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase().normalize('NFC'), other.toLowerCase().normalize('NFC')]
  if (a === b || !letters.test(a) || !letters.test(b) || Math.max(a.length, b.length) < 4) return isSwap(a, b)
  if (editDistance(a, b, 2) > 2 || a[0] !== b[0]) return false
  if (isSwap(a, b)) return true
  const inside = a.at(-1) === b.at(-1)
  return inside && (a.length !== b.length || a.length >= 6)
}

/** Two neighbouring letters changed places, in a word of three letters or more. */
function isSwap(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    a.length >= 3 &&
    a !== b &&
    letters.test(a) &&
    editDistance(a, b, 1) === 1 &&
    sorted(a) === sorted(b)
  )
}

function sorted(word: string): string {
  return [...word].sort().join('')
}
