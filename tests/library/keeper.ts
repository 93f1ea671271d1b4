import { requests, type Answers } from '../../src/contract/contract.ts'
import type { Answer } from '../../src/contract/failure.ts'
import type { LibraryNews } from '../../src/contract/process.ts'
import type { RescueAnswers, rescueRequests } from '../../src/contract/rescue.ts'
import { LibraryKeeper, type KeeperOptions } from '../../src/library/keeper.ts'
import type * as z from 'zod/mini'

type Asked = typeof requests & typeof rescueRequests
type Told = Answers & RescueAnswers

export interface Kept {
  readonly keeper: LibraryKeeper
  /** Everything that was said about the library, oldest first. */
  readonly news: readonly LibraryNews[]
  readonly ask: <K extends keyof Asked & keyof Told>(name: K, args: z.input<Asked[K]>) => Promise<Answer<Told[K]>>
}

/** Keeps a library as the library process does. */
export function keep(path: string, options: Partial<KeeperOptions> = {}): Kept {
  const news: LibraryNews[] = []
  const keeper = new LibraryKeeper({
    path,
    samples: '',
    now: () => new Date('2026-06-01T12:00:00Z'),
    tell: () => undefined,
    say: (said) => news.push(said),
    report: (error) => {
      throw error
    },
    ...options
  })
  const ask = (name: string, args: unknown) => keeper.answer(name, args)
  return { keeper, news, ask: ask as Kept['ask'] }
}

/** An article as a reader pastes it. */
export const pasted = (n: number): { text: string } => ({
  text: `Ward ${n} counts its houses\n\nThe council says that ${n} houses stand behind the wall.\n\nWork begins in spring ${n}.`
})
