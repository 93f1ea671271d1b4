/**
 * The environment without certificates and passwords that are empty: a workflow sets the variable of a secret that nobody has
 * stored to an empty text, which electron-builder takes for the name of a file and fails.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutEmptySecrets(env) {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || !isSecret(name)))
}

/** @param {string} name */
const isSecret = (name) => /^(?:(?:WIN_)?CSC|APPLE)_/.test(name)
