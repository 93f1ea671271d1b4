import { shortcuts } from '../app/shortcuts.ts'
import { Dialog } from '../ui/Dialog.tsx'

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog wide title="Keyboard shortcuts" onClose={onClose}>
      <div className="shortcuts">
        {shortcuts.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <ul>
              {group.rows.map((row) => (
                <li key={row.does}>
                  <span>{row.does}</span>
                  <span>
                    {row.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
