/**
 * A block's id says which article it belongs to: the article's id in the upper bits, the block's number within the
 * article, from 0, in the lower 20. So blocks of one article lie side by side in every index, a search can leap from
 * article to article, and a revision names its blocks by small numbers whatever the size of the library.
 */
const perArticle = 2 ** 20

/** The most blocks an article can ever have had; the id stays an exact integer for 2 ** 33 articles. */
export const mostBlocks = perArticle

export const blockId = (article: number, number: number): number => article * perArticle + number
export const articleOf = (block: number): number => Math.floor(block / perArticle)
export const numberOf = (block: number): number => block % perArticle
