import { useQuery } from '@tanstack/react-query'
import { valueOf } from '../app/ask.ts'
import { Dialog } from '../ui/Dialog.tsx'

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const about = useQuery({ queryKey: ['about'], queryFn: () => valueOf(window.palimpsest.shell.about({})) })
  const facts = about.data
  return (
    <Dialog title="Palimpsest" onClose={onClose}>
      <p className="about-lead">Keeps every version of an article and shows what changed between any two.</p>
      {facts !== undefined && (
        <dl className="facts">
          <dt>Version</dt>
          <dd>{facts.version}</dd>
          <dt>Runs on</dt>
          <dd>
            {facts.runtime}, Chrome {facts.chrome}, Node {facts.node}
          </dd>
          <dt>Library</dt>
          <dd className="mono">{facts.library}</dd>
          <dt>Licences</dt>
          <dd>Palimpsest: MIT. Source Serif 4, Source Sans 3 and Source Code Pro: SIL Open Font License 1.1.</dd>
        </dl>
      )}
      {about.error !== null && <p>Version and library could not be asked for. Everything stored is safe.</p>}
    </Dialog>
  )
}
