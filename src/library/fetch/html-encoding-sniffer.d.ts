declare module 'html-encoding-sniffer' {
  /** The encoding that the HTML standard's sniffing finds. May throw for a malformed `content` value. */
  export default function sniff(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean
      readonly transportLayerEncodingLabel?: string
      readonly defaultEncoding?: string
    }
  ): string
}
