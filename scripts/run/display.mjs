const SCREEN = '-screen 0 1600x1000x24'

/**
 * Whether windows can be shown.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * A command that shows windows, put on a virtual display where there is no other; then it is to run in a process group
 * of its own, since xvfb-run passes no signals on.
 * @param {string[]} command
 * @returns {{ command: string[], group: boolean }}
 */
export function onDisplay(command) {
  if (hasDisplay()) return { command, group: false }
  return { command: ['xvfb-run', '-a', '-s', SCREEN, ...command], group: true }
}

/**
 * Whether Chromium's sandbox must be off: it refuses to start for root.
 * @returns {boolean}
 */
export function isRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0
}
