const textTypes = /^\s*(text\/(html|plain|xml)|application\/(xhtml\+xml|xml))\b/i

/** Whether a content type is one that holds text for readers; none at all may be one. */
export const isText = (type: string | undefined): boolean => type === undefined || textTypes.test(type)
