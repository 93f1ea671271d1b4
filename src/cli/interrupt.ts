/** The exit code of what Ctrl-C ended, as shells have it: 128 and the number of SIGINT. */
export const exitStopped = 130

/** Runs something that Ctrl-C asks to end; pressed again it ends the program at once. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController()
  const stop = (): void => {
    if (ending.signal.aborted) process.exit(exitStopped)
    ending.abort()
    process.stderr.write('\nStopping. Press Ctrl-C again to end at once.\n')
  }
  process.on('SIGINT', stop)
  try {
    return await work(ending.signal)
  } finally {
    process.off('SIGINT', stop)
  }
}
