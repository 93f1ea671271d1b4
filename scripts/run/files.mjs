import { resolve } from 'node:path'

/**
 * Arguments for a program that runs in another folder: file names made absolute, options and addresses as they are.
 * @param {string[]} args
 * @param {string} from the folder they were written in
 * @returns {string[]}
 */
export function absolute(args, from) {
  return args.map((arg) => (/^-|^[a-z][a-z0-9+.-]+:\/\//i.test(arg) ? arg : resolve(from, arg)))
}
