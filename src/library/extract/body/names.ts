/**
 * Words by which sites name what is not part of an article: in `class`, `id` and the like, split at anything that is no
 * letter and at capitals inside. Each with the step that a removal is told under.
 */
export const namedParts: Readonly<Record<string, readonly string[]>> = {
  comments: ['comment', 'comments', 'disqus', 'commentlist', 'respond', 'kommentare', 'kommentar', 'commentaires', 'comentarios', 'livefyre', 'discourse'],
  'share-bar': ['share', 'sharing', 'sharedaddy', 'addthis', 'social', 'socials', 'sociallinks', 'shariff', 'addtoany', 'teilen', 'partager', 'compartir', 'ssba', 'heateor', 'jssocials', 'followus'],
  caption: ['caption', 'imagedescription', 'imagecaption', 'wpcaptiontext', 'credit', 'credits', 'photocredit', 'bildunterschrift', 'bildtext', 'legende', 'copyright', 'imgcaption', 'mediacaption', 'piedefoto', 'epigrafe'],
  related: ['relatedpost', 'relatedlinks', 'relatedlink', 'relatedarticles', 'relatednews', 'relatedcontent', 'inlinetextbox', 'entryutility', 'related', 'relatedposts', 'recommended', 'recommendation', 'recommendations', 'recommend', 'teaser', 'teasers', 'mostread', 'popular', 'trending', 'outbrain', 'taboola', 'morelike', 'readmore', 'readalso', 'seealso', 'similar', 'upnext', 'crosslink', 'crosslinks', 'weiterlesen', 'jp', 'yarpp', 'morenews', 'latestnews', 'ontop', 'suggested', 'suggestions'],
  newsletter: ['steady', 'newsletter', 'subscribe', 'subscription', 'signup', 'mailchimp', 'optin', 'abonnement', 'abo', 'paywall', 'piano', 'regwall', 'donate', 'donation', 'cta'],
  advert: ['ad', 'ads', 'advert', 'adverts', 'advertisement', 'advertising', 'adsbygoogle', 'banner', 'banners', 'sponsor', 'sponsored', 'sponsors', 'anzeige', 'werbung', 'publicite', 'publicidad', 'promo', 'promotion', 'affiliate', 'dfp', 'billboard'],
  navigation: ['nav', 'navbar', 'navigation', 'navi', 'menu', 'breadcrumb', 'breadcrumbs', 'pagination', 'pager', 'paging', 'toolbar', 'skiplink', 'skip', 'submenu', 'sitemap', 'pagenavi', 'postnavigation', 'prevnext', 'languages', 'langswitch'],
  sidebar: ['sidebar', 'aside', 'rail', 'widget', 'widgets', 'marginalspalte', 'sidenav', 'sidecol', 'rightcol', 'leftcol', 'secondary'],
  footer: ['footer', 'foot', 'colophon', 'impressum', 'legal'],
  masthead: ['masthead', 'siteheader', 'topbar', 'logo', 'header'],
  consent: ['cookie', 'cookies', 'consent', 'gdpr', 'cmp', 'onetrust', 'cookiebanner', 'ccpa'],
  overlay: ['modal', 'popup', 'overlay', 'lightbox', 'tooltip', 'dialog', 'dropdown', 'offcanvas'],
  author: ['saboxplugin', 'entryauthorinfo', 'authordescription', 'authorinfo', 'author', 'authorbox', 'authorbio', 'bio', 'byline', 'autor', 'auteur', 'aboutauthor', 'vcard', 'biography', 'contributors'],
  meta: ['meta', 'postmeta', 'postmetadata', 'entryfooter', 'postfooter', 'citate', 'citation', 'entrymeta', 'postinfo', 'dateline', 'timestamp', 'pubdate', 'postdate', 'kicker', 'readingtime', 'postedon', 'catlinks', 'printfooter', 'reflist', 'mwjumplink', 'mweditsection', 'editsection', 'toc', 'navbox', 'noprint', 'hatnote'],
  tags: ['tags', 'tag', 'taglist', 'tagcloud', 'keywords', 'categories', 'category', 'topics', 'topic', 'schlagworte', 'posttags'],
  counter: ['counter', 'viewcount', 'views', 'likes', 'rating', 'ratings', 'vote', 'votes', 'stars'],
  hidden: ['visuallyhidden', 'sronly', 'screenreadertext', 'screenreader']
}

/** Names that say that what they hold is the text. */
export const bodyNames: ReadonlySet<string> = new Set([
  'articlebody',
  'articletext',
  'articlecontent',
  'entrycontent',
  'postcontent',
  'posttext',
  'postbody',
  'storybody',
  'storytext',
  'storycontent',
  'bodytext',
  'bodycopy',
  'contentbody',
  'newstext',
  'newsbody',
  'maincontent',
  'mwparseroutput',
  'singlecontent',
  'textbody',
  'article',
  'entry',
  'post',
  'story',
  'content',
  'main',
  'text',
  'body'
])
