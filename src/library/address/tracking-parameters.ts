/**
 * Parameters that say who follows an address from where, and never what stands there. Names are compared as they are
 * written. A name that some site uses for the article itself (id, p, story, article, page, ref, source) is not among them.
 */
const names = new Set(
  `fbclid fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map action_ref_map
  gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid gs_l gs_lcp _ga _gl ga_source ga_medium ga_term
  ga_content ga_campaign ga_place msclkid yclid ysclid ymclid _openstat os_ehash wtrid wt_zmc wtzmc tracking_source ceneo_spo Echobox twclid ttclid li_fat_id epik igshid igsh igsh_id
  mc_cid mc_eid mc_tc mkt_tok hmb_campaign hmb_source hmb_medium hsCtaTracking _hsenc _hsmi __hssc __hstc __hsfp
  vero_id vero_conv oly_enc_id oly_anon_id rb_clickid s_cid s_kwcid ef_id wickedid irclickid irgwc _branch_match_id
  _branch_referrer __s __twitter_impression ref_src ref_url guccounter guce_referrer guce_referrer_sig xtor wt_mc wt.mc_id
  wtmc WT.mc_id WT.tsrc WT.mc_ev WT.nav ito smid ncid cmpid CMP ICID at_campaign at_medium at_custom1 at_custom2
  at_custom3 at_custom4 at_link_id at_link_origin at_link_type at_format at_ptr_name at_bbc_team at_campaign_type ns_source
  ns_mchannel ns_campaign ns_linkname ns_fee spm scm cvid wpmm tt_medium tt_content zanpid cx_artPos cx_recsWidget
  mbid sr_share soc_src soc_trk dm_i ml_subscriber ml_subscriber_hash elqTrackId elqTrack elqaid elqat elqCampaignId
  mtm_source mtm_medium mtm_campaign mtm_keyword mtm_content mtm_cid mtm_group mtm_placement pk_source pk_medium
  pk_campaign pk_kwd pk_keyword pk_content pk_cid piwik_campaign piwik_kwd piwik_keyword matomo_campaign trk_contact trk_msg
  trk_module trk_sid gdfms gdftrk gdffi sc_campaign sc_channel sc_content sc_medium sc_outcome sc_geo sc_country nr_email_referer
  bbeml fbadid gh_src asgtbndr pf_rd_r pf_rd_p pf_rd_m pf_rd_s pf_rd_t pf_rd_i
  wkey wemail _bhlid beh_id CNDID`.split(/\s+/)
)

const families =
  /^(?:utm(?:_\w+)?|mtm(?:_\w+)?|ga_[a-z_]+|otm_[a-z_]*|vn(?:_[a-z]+)+|hsa_\w+|vero_\w+|guce_\w+|__hs\w+|dicbo|itm_\w+|stm_\w+|tblci\w*|obOrigUrl)$/
/** Marks of sessions that servers put into addresses where a browser takes no cookies. */
const sessions = /^(?:phpsessid|jsessionid|aspsessionid\w*)$/i

/** Whether a query parameter of this name only follows the reader. */
export function isTracking(name: string): boolean {
  return names.has(name) || families.test(name) || sessions.test(name)
}
