import { t } from '../../catalogue/words.ts'

/** The pages of the settings, in their order. */
export const settingsPages = ['general', 'reading', 'checking', 'notifications', 'storage', 'keyboard'] as const
export type SettingsPage = (typeof settingsPages)[number]

export const settingsPageName = (page: SettingsPage): string => t(`settings.${page}`)
