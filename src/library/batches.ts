import type { Store } from './store/open.ts'

/** A transaction is ended after so many milliseconds of work: ending one can take as long as all of it. */
const batch = 12

/** Does some work for each of many things, a few of them in each transaction; between two others can be answered. */
export function* inBatches<Item>(store: Store, items: Iterable<Item>, work: (item: Item) => void): Generator<void> {
  const left = items[Symbol.iterator]()
  for (let next = left.next(); next.done !== true;) {
    store
      .transaction(() => {
        const end = performance.now() + batch
        for (; next.done !== true && performance.now() < end; next = left.next()) work(next.value)
      })
      .immediate()
    yield
  }
}
