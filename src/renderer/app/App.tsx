import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ActionsProvider } from './ActionsProvider.tsx'
import { ActsProvider } from './ActsContext.tsx'
import { Announcer } from './announce.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ImportProvider } from './ImportContext.tsx'
import { LibraryGate } from './LibraryGate.tsx'
import { PlaceProvider } from './PlaceContext.tsx'
import { makeQueryClient } from './queries.ts'
import { RescueProvider } from '../rescue/RescueContext.tsx'
import { useTheme } from './useTheme.ts'
import { Window } from './Window.tsx'

/** `locale` is that of the words: it also says in which direction the widgets take the arrow keys. */
export function App({ locale }: { readonly locale: string }) {
  const [queries] = useState(makeQueryClient)
  useTheme()
  return (
    <I18nProvider locale={locale}>
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <ActionsProvider>
            <Announcer>
              <RescueProvider>
                <LibraryGate>
                  <PlaceProvider>
                    <ActsProvider>
                      <ImportProvider>
                        <Window />
                      </ImportProvider>
                    </ActsProvider>
                  </PlaceProvider>
                </LibraryGate>
              </RescueProvider>
            </Announcer>
          </ActionsProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </I18nProvider>
  )
}
