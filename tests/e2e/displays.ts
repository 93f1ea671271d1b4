import { spawn } from 'node:child_process'
import type { FullConfig } from '@playwright/test'

/** Names the virtual displays that were made beside the first one, by worker. */
const variable = 'PALIMPSEST_DISPLAYS'

/** Whether windows are shown on a virtual display of xvfb-run, where nobody looks at them or types. */
export const isVirtual = (): boolean => process.env['XAUTHORITY']?.includes('xvfb-run') === true

/** Windows of two workers on one display would take the focus from each other: each worker gets one of its own. */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default async function makeDisplays({ workers }: FullConfig): Promise<() => void> {
  if (!isVirtual()) return () => undefined
  const made = await Promise.all(Array.from({ length: workers - 1 }, makeDisplay))
  process.env[variable] = made.map(({ name }) => name).join(',')
  return () => made.forEach(({ end }) => end())
}

/** Xvfb finds a free number and writes it to the pipe. */
async function makeDisplay(): Promise<{ readonly name: string; readonly end: () => void }> {
  const args = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-displayfd', '3']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]!.once('data', (data: Buffer) => resolve(String(data).trim()))
  })
  return { name: `:${number}`, end: () => server.kill() }
}

/** The environment for an application, on the display of the worker that starts it. */
export function onOwnDisplay(): NodeJS.ProcessEnv {
  const display = (process.env[variable] ?? '').split(',')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) - 1]
  if (display === undefined || display === '') return { ...process.env }
  const { XAUTHORITY: _, ...rest } = process.env
  return { ...rest, DISPLAY: display }
}
