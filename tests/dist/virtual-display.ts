import { spawn } from 'node:child_process'

export interface Display {
  readonly name: string
  readonly end: () => void
}

/** A virtual display that any user may use. Xvfb finds a free number and writes it to the pipe. */
export async function virtualDisplay(): Promise<Display> {
  const args = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac', '-displayfd', '3']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((ready, failed) => {
    server.once('error', failed)
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]!.once('data', (data: Buffer) => ready(String(data).trim()))
  })
  return { name: `:${number}`, end: () => server.kill() }
}
