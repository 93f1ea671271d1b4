/** The library answers one request at a time, so that no long work may hold it for longer than this, in milliseconds. */
const slice = 8

/** Lets other requests in between two parts of a long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Works in the background: for 8 ms, then rests three times as long. Throws what the signal says once it is given. */
export async function resting<Answer>(steps: Iterator<unknown, Answer>, signal: AbortSignal): Promise<Answer> {
  return inSlices(steps, async () => {
    await new Promise((resolve) => setTimeout(resolve, 3 * slice))
    signal.throwIfAborted()
  })
}

/** Runs long work step by step, letting other requests in every 8 ms; the answer is what the steps return. */
export async function inSlices<Answer>(steps: Iterator<unknown, Answer>, between = breathe): Promise<Answer> {
  for (let since = performance.now(); ;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < slice) continue
    await between()
    since = performance.now()
  }
}
