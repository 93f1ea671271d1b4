/**
 * How much work one comparison may do, counted in token comparisons and not in time, so that the same two texts always
 * give the same answer. `exhausted` says that some part was left coarser for want of it.
 */
export interface Budget {
  left: number
  exhausted: boolean
}

/** About a second of work on a slow machine, and more for texts that are longer than any article. */
const ordinary = 20_000_000
const perCharacter = 20

/** A budget for texts of so many characters, both sides together, or of exactly so much `work`. */
export function newBudget(characters = 0, work: number = ordinary + perCharacter * characters): Budget {
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
