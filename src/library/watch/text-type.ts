const textTypes = /^\s*(text\/(html|plain|xml)|application\/(xhtml\+xml|xml))\b/i

/** Whether a response holds text for readers: by its type, where it names one, and not sent to be saved as a file. */
export function isText(headers: Readonly<Record<string, string>>): boolean {
  const type = headers['content-type']
  if (/^\s*attachment\b/i.test(headers['content-disposition'] ?? '')) return false
  return type === undefined || textTypes.test(type)
}
