import { edits, story, type Story } from './stories.ts'

/** What an address of the invented site answers in one round. */
export type Answer =
  | { readonly kind: 'text'; readonly story: Story }
  | { readonly kind: 'same' }
  | { readonly kind: 'gone' | 'error' | 'limited' | 'cut' | 'wall' | 'consent' | 'home' | 'lost' | 'stub' | 'refused' }

/** What the library must say of that round: the outcome, and the headline and length of the version it stored. */
export interface Expected {
  readonly outcome: string
  readonly version: { readonly headline: string; readonly paragraphs: number } | null
}

type Plan = readonly (Answer['kind'] | `edit${0 | 1 | 2 | 3 | 4}` | 'first')[]

/** Ten courses that the life of an article takes, a round each; the first round shows every article as it begins. */
const plans: readonly Plan[] = [
  ['first', 'same', 'same', 'same', 'same', 'same', 'same', 'same'],
  ['first', 'edit0', 'same', 'edit1', 'same', 'same', 'edit3', 'same'],
  ['first', 'edit0', 'first', 'edit0', 'first', 'same', 'same', 'same'],
  ['first', 'error', 'wall', 'cut', 'same', 'edit2', 'limited', 'same'],
  ['first', 'gone', 'gone', 'gone', 'same', 'edit1', 'same', 'same'],
  ['first', 'home', 'home', 'same', 'edit4', 'same', 'same', 'same'],
  ['first', 'stub', 'stub', 'same', 'edit1', 'stub', 'same', 'same'],
  ['first', 'consent', 'lost', 'refused', 'same', 'edit3', 'edit2', 'first'],
  ['first', 'cut', 'edit1', 'cut', 'same', 'cut', 'edit3', 'same'],
  ['first', 'edit1', 'gone', 'edit1', 'edit4', 'error', 'error', 'same']
]
export const rounds = plans[0]!.length

const outcomes: Readonly<Record<Exclude<Answer['kind'], 'text' | 'same'>, string>> = {
  gone: 'gone',
  error: 'server-error',
  limited: 'rate-limited',
  cut: 'network-error',
  wall: 'blocked',
  refused: 'blocked',
  consent: 'consent',
  home: 'redirected',
  lost: 'soft-404',
  stub: 'paywall'
}

/** What the nth article answers in every round, and what must be known of it afterwards. */
export function courseOf(n: number): { readonly answers: readonly Answer[]; readonly expected: readonly Expected[] } {
  const answers: Answer[] = []
  const expected: Expected[] = []
  let standing = story(n)
  for (const step of plans[n % plans.length]!) {
    const next = step === 'first' ? story(n) : step.startsWith('edit') ? edits[Number(step.at(-1))]!(story(n)) : null
    const isNew = next !== null && (answers.length === 0 || JSON.stringify(next) !== JSON.stringify(standing))
    standing = next ?? standing
    if (next !== null || step === 'same') {
      answers.push({ kind: 'text', story: standing })
      const version = { headline: standing.headline, paragraphs: standing.paragraphs.length }
      expected.push({ outcome: isNew ? 'changed' : 'unchanged', version: isNew ? version : null })
    } else {
      const kind = step as keyof typeof outcomes
      answers.push({ kind })
      expected.push({ outcome: outcomes[kind], version: null })
    }
  }
  return { answers, expected }
}
