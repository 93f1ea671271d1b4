/** One thing in the forms in which other programs may take it. */
export interface Clip {
  readonly text: string
  readonly html: string
}

export async function toClipboard({ text, html }: Clip): Promise<void> {
  const blob = (type: string, data: string) => new Blob([data], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) })
  ])
}
