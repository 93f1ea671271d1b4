/** What stands in the text for a block of a version, each by itself. */
export const textBlocks = ['.block', '.old-headline', 'p', 'h1', 'h2', 'li', 'blockquote'].join()

/** What is written there for the reader and belongs to no version. */
export const notOfText = ['.hidden-text', '.gutter', '.note', '.card-name', '.blame-age', '[data-not-text]'].join()
