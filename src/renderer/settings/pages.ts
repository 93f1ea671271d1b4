/** The pages of the settings, in their order. */
export const settingsPages = ['general', 'checking', 'notifications'] as const
export type SettingsPage = (typeof settingsPages)[number]

const names = { general: 'General', checking: 'Checking', notifications: 'Notifications' } as const

export const settingsPageName = (page: SettingsPage): string => names[page]
