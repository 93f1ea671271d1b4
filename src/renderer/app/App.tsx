import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
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

export function App() {
  const [queries] = useState(makeQueryClient)
  useTheme()
  return (
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
  )
}
