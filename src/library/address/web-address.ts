const longest = 8192

/** An address on the web, absolute and as the URL standard writes it; null where it is none of http or https. */
export function webAddress(text: string, base?: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > longest || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= longest ? url.href : null
}
