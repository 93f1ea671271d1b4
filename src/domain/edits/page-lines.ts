/**
 * Lines that belong to the page whatever the article: of advertisements, share bars, comments, references and consent.
 * `_` stands for a space.
 */
export const pageLines = [
  `advertisement advertising ad ads advert sponsored sponsored_content promoted paid_content partner_content anzeige werbung
    werbeanzeige publicité annonce publicidad anuncio publicidade anúncio pubblicità advertentie реклама reklama sponsorowane reklam
    ilan إعلان إعلانات اعلان تبلیغات آگهی פרסומת תוכן_ממומן विज्ञापन โฆษณา 광고 広告 广告 廣告 διαφήμιση advertisement_continue_reading
    article_continues_after_advertisement advertisement_feature scroll_to_continue story_continues_below
    story_continues_below_advertisement article_continues_below continue_reading continue_reading_below loading please_wait`,
  `share share_this share_this_article share_this_story share_this_page copy_link print save email_this share_article teilen
    artikel_teilen drucken partager partager_l'article compartir compartilhar condividi delen deel_dit_artikel поделиться поділитися
    udostępnij paylaş شارك مشاركة اشتراک‌گذاری שתפו शेयर_करें แชร์ 공유하기 공유 シェア シェアする 分享 κοινοποίηση link_copied
    listen_to_this_article play_video bookmark add_to_favourites`,
  `comments leave_a_comment view_comments your_email_address_will_not_be_published join_the_conversation comment kommentare kommentieren commentaires commenter comentarios
    comentar comentários commenti commenta reacties reageer комментарии комментировать коментарі komentarze skomentuj yorumlar
    yorum_yap تعليقات علّق نظرات תגובות टिप्पणियां ความคิดเห็น 댓글 コメント 评论 評論 σχόλια`,
  `read_more more_on_this_story related related_articles related_stories related_topics related_content related_links recommended most_read
    most_popular you_may_also_like more_stories top_stories trending mehr_zum_thema lesen_sie_auch meistgelesen weiterlesen
    lire_aussi à_lire_aussi sur_le_même_sujet les_plus_lus lea_también más_leídas noticias_relacionadas te_puede_interesar
    leia_também leia_mais mais_lidas veja_também leggi_anche i_più_letti lees_ook meest_gelezen читайте_также по_теме самое_читаемое
    читайте_також за_темою czytaj_także czytaj_też zobacz_także najczęściej_czytane ilgili_haberler çok_okunanlar اقرأ_أيضا
    اقرأ_أيضًا مواضيع_ذات_صلة الأكثر_قراءة مطالب_مرتبط بیشتر_بخوانید קראו_גם כתבות_נוספות यह_भी_पढ़ें संबंधित_खबरें อ่านเพิ่มเติม
    ข่าวที่เกี่ยวข้อง 관련_기사 관련기사 많이_본_뉴스 関連記事 あわせて読みたい 相关阅读 相关新闻 相關新聞 延伸閱讀 διαβάστε_επίσης
    διαβάστε_ακόμη δείτε_επίσης see_also also_read read_also more_from`,
  `accept accept_all accept_cookies accept_all_cookies reject_all manage_cookies manage_preferences cookie_settings i_agree got_it akzeptieren
    alle_akzeptieren ablehnen cookie-einstellungen tout_accepter accepter tout_refuser aceptar aceptar_todo rechazar aceitar
    aceitar_todos accetta accetta_tutto accepteren alles_accepteren принять принять_все прийняти akceptuję zgadzam_się kabul_et قبول
    موافق מאשר स्वीकार_करें ยอมรับ 동의 同意する 同意 αποδοχή`
].join(' ')

/** What stands in a row at the foot of a page; alone it may be a heading. */
export const footerLinks = `terms_of_use terms_of_service terms_and_conditions privacy_policy privacy_notice cookie_policy contact_us about_us sitemap back_to_top
    skip_to_content skip_to_main_content all_rights_reserved subscribe_now subscribe log_in sign_in become_a_member donate donate_now
    impressum datenschutz agb kontakt mentions_légales nous_contacter aviso_legal política_de_privacidad contacto termos_de_uso
    fale_conosco note_legali condizioni_d'uso privacyverklaring`
