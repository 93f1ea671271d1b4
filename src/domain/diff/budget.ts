/**
 * How much work one comparison may do, counted in token comparisons and not in time, so that the same two texts always
 * give the same answer. `exhausted` says that some part was left coarser for want of it.
 */
export interface Budget {
  left: number
  exhausted: boolean
}

/** About a second of work on a slow machine. */
const ordinary = 20_000_000

export function newBudget(work: number = ordinary): Budget {
  return { left: work, exhausted: false }
}

/** Takes `work` from the budget; false, and nothing is taken, where too little is left. */
export function spend(budget: Budget, work: number): boolean {
  if (work > budget.left) {
    budget.exhausted = true
    return false
  }
  budget.left -= work
  return true
}
