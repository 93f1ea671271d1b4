import type { ActionId } from '../contract/actions.ts'

/** What the menu of the application's icon offers (electron-builder.config.cjs, `desktopActions`): nothing that writes. */
const offered: readonly ActionId[] = ['add', 'search', 'check-due']
const before = '--do='

/** The action that a start asks for with `--do=`; null where it asks for none, or for one that is not offered there. */
export function actionInArguments(args: readonly string[]): ActionId | null {
  const named = args.find((arg) => arg.startsWith(before))?.slice(before.length)
  return offered.find((id) => id === named) ?? null
}
