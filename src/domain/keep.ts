/** Why a rule never deletes a version: the reader pinned it, cited it, or took it out of the library. */
export const keepReasons = ['pinned', 'cited', 'exported'] as const
export type KeepReason = (typeof keepReasons)[number]
