/** A kind of furniture around articles, and the words of class and id by which pages name it. */
export interface Furniture {
  /** The step that removals name. */
  readonly step: string
  readonly why: string
  /** Whole words of a class or id. */
  readonly words: string
  /** Words that stand for this only in an element of little text: else they may name the frame of an article. */
  readonly small?: string
  /** Elements that are this by themselves. */
  readonly tags?: string
  /** Elements that are this only where they hold little text. */
  readonly smallTags?: string
  /** ARIA roles. */
  readonly roles?: string
}

export const furniture: readonly Furniture[] = [
  {
    step: 'navigation',
    why: 'it is navigation',
    tags: 'nav menu',
    roles: 'navigation menu menubar search banner tablist toolbar',
    words: `nav navi navbar navigation subnav mainnav topnav menu submenu mainmenu breadcrumb breadcrumbs breadcrump crumbs
      pagination pager paginator paging prevnext nextprev postnav pagenav skiplink skiplinks jumpmenu
      tableofcontents mwtoc brotkrumen rootline sitemap langswitch`,
    small: 'toc topbar skip previous prev next search searchform language languages'
  },
  {
    step: 'footer',
    why: 'it is the foot of the page',
    tags: 'footer',
    roles: 'contentinfo',
    words: 'footer sitefooter pagefooter colophon legalfooter impressum',
    small: 'copyright foot'
  },
  {
    step: 'sidebar',
    why: 'it stands beside the article',
    tags: 'aside',
    roles: 'complementary',
    words: `sidebar sidebars sidebox rightrail leftrail rail rightcolumn rightcol marginalspalte seitenleiste widgets
      widgetarea`,
    small: 'widget aside marginal infobox factbox'
  },
  {
    step: 'share-bar',
    why: 'it offers to share the article',
    words: `share shares sharing sharebar sharebox sharetools sharethis sharedaddy sharebuttons shariff addthis addtoany
      social socialbar socials socialmedia socialshare socialicons sociallinks teilen partager compartir condividi
      jpsharing heateor ssba essb`,
    small: 'facebook twitter whatsapp pinterest linkedin likes fblike followus follow bookmark bookmarks'
  },
  {
    step: 'related',
    why: 'it points at other articles',
    words: `related relatedposts relatedarticles relatedcontent relatedlinks relatedstories relateditems readmore
      recommended recommendation recommendations recommend recirc recirculation mostread mostpopular mostviewed popular
      trending outbrain taboola plista zergnet morestories morenews readnext nextarticle nextpost nextstory nextstories seealso alsoread yarpp
      jprelatedposts similar ähnlich weiterlesen mehrzumthema crosslink crosslinks linkbox interlinks latest latestnews
      latestposts recentposts recent topstories teasers teaserlist suggestions suggested upnext moreon morefrom
      relatednews storylinks`,
    small: 'teaser teasers more promo morelink moreinfo archive archives ticker marquee'
  },
  {
    step: 'newsletter',
    why: 'it asks for a subscription',
    words: `newsletter newsletters subscribe subscription signup mailchimp mcembedsignup emailsignup optin paywall
      piano subscriptionbox abo donate donation donations spenden`,
    small: 'register login signin registration abonnement callout'
  },
  {
    step: 'advert',
    why: 'it is an advert',
    words: `ad ads adbox adslot adunit adsense adsbygoogle advert adverts advertisement advertisements advertising
      advertorial adwrapper adcontainer dfp gpt googlead sponsor sponsors sponsored sponsoredcontent promoted promotion
      werbung anzeige anzeigen reklame publicidad publicite pub affiliate affiliates`,
    small: 'promo banner banners cta'
  },
  {
    step: 'comments',
    why: 'it is what readers say',
    words: `comments comment commentlist commentarea commentform commentsection commentthread disqus disqusthread respond
      livefyre fbcomments kommentare kommentar kommentarer commentaires comentarios commenti trackbacks pingbacks
      discussion replies reviews leserkommentare`,
    small: 'reply commentcount commentscount rating ratings votes vote poll polls'
  },
  {
    step: 'tags',
    why: 'it lists topics',
    words: 'tags taglist tagcloud tagged posttags articletags keywords schlagwörter schlagworte topics tagslist',
    small: 'tag topic category categories cat filed rubrik section-label kicker eyebrow label labels catlinks'
  },
  {
    step: 'author-box',
    why: 'it is about the author',
    smallTags: 'address',
    words: 'authorbox authorbio aboutauthor aboutauthors authorinfo bio authorprofile postauthor',
    small: 'author authors byline byliner bylines autor autoren auteur signature writer vcard contributor contributors'
  },
  {
    step: 'article-head',
    why: 'it belongs to the head of the article',
    smallTags: 'header',
    words:
      'postmeta entrymeta articlemeta metadata metainfo postinfo articleinfo entryinfo timestamp dateline pubdate postdate',
    small: `date datum fecha time datetime meta published posted updated modified posttitle entrytitle pagetitle
      articletitle infoline readtime readingtime minread viewcount views counter
      pageviews hits`
  },
  {
    step: 'cookie-banner',
    why: 'it asks for consent',
    words: `cookie cookies cookiebanner cookiebar cookieconsent cookienotice consent consentbanner gdpr ccpa onetrust
      cookielaw usercentrics cmp cybotcookiebotdialog`
  },
  {
    step: 'tools',
    why: 'it is a tool of the page',
    smallTags: 'form',
    words: `tools articletools toolbar toolbox printonly printfriendly modal popup overlay lightbox tooltip dropdown
      editsection noprint mweditsection navbox hatnote ambox metadata mwjumplink pswp audioplayer player
      videoplayer`,
    small: 'print email pdf download accessibility controls button buttons btn feedback report'
  },
  {
    step: 'unseen',
    why: 'it is text for screen readers only',
    words: 'screenreader screenreadertext visuallyhidden visuallyhidden sronly assistivetext offscreen hiddentext a11y'
  },
  {
    step: 'credit',
    why: 'it credits a picture',
    words: '',
    small: `credit credits imagecredit photocredit photographer bildquelle caption captions imagecaption wpcaptiontext
      bildunterschrift legende thumbcaption mediacaption photocaption fotocredit copyright`
  }
]
