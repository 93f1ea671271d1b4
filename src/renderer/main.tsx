import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { speak } from './app/speak.ts'
import { startReadingPreferences } from './ui/reading.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/scripts.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/dialog.css'
import './app/panes.css'
import './list/sidebar.css'
import './list/list.css'
import './noise/noise.css'
import './export/export.css'
import './timeline/timeline.css'
import './compare/reader.css'
import './compare/marks.css'
import './compare/blame/blame.css'
import './find/find.css'
import './compare/side/side.css'
import './compare/changes/changes.css'
import './search/search.css'
import './palette/palette.css'
import './welcome/welcome.css'
import './rescue/rescue.css'
import './tracking/tracking.css'
import './inspector/inspector.css'

if (navigator.platform.startsWith('Mac')) document.documentElement.dataset.mac = ''
startReadingPreferences()
async function draw(): Promise<void> {
  const { words, locale } = await speak()
  createRoot(document.getElementById('root')!).render(<App locale={words === 'ar-XB' ? words : locale} />)
}

// Not awaited: words that are loaded may need this very file, which would then wait for itself.
void draw()
