"""Parameters of addresses that only count who came from where. Rows of data.

``names`` are parameters in small letters, parted by spaces; one that ends in ``*`` stands for all that begin so.
``hosts``, parted by spaces, are the sites (with their subdomains) where a name means that; "" for all.
Left out on purpose, because they choose what is shown somewhere: id, p, page, article, story, v, q, ref, src, cmp, mod,
source, campaign, from, share; because they open the page to its reader: gift links and share tokens; because a writer's
house lives on them: the numbers of affiliates.
"""
from __future__ import annotations

import re
from typing import NamedTuple


class Parameters(NamedTuple):
    """One habit of one counter."""

    names: str
    why: str
    hosts: str = ""


TRACKING = (
    Parameters("utm_*", "Google Analytics and all who copied its names: campaign, source, medium."),
    Parameters("gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid _ga _gl", "Google's ads number each click."),
    Parameters("fbclid fb_action_ids fb_action_types fb_source fb_ref mibextid sfnsn __tn__ __cft__*",
               "Facebook numbers each click."),
    Parameters("igshid igsh", "Instagram numbers each share."),
    Parameters("msclkid", "Microsoft's ads number each click."),
    Parameters("twclid ref_src ref_url __twitter_impression", "X and its embedded posts say where they stood."),
    Parameters("ttclid li_fat_id rdt_cid sccid epik yclid ysclid _openstat",
               "TikTok, LinkedIn, Reddit, Snapchat, Pinterest and Yandex number each click."),
    Parameters("mc_cid mc_eid", "Mailchimp's campaign, and the number of whoever got the letter."),
    Parameters("mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv ck_subscriber_id _ke _kx "
               "oly_anon_id oly_enc_id dm_i elqtrackid elqtrack elqaid elqat elqak bxid cndid hasha hashb hashc "
               "email_hash trk_contact trk_msg trk_module trk_sid",
               "Newsletters number their readers: Marketo, HubSpot, Vero, ConvertKit, Klaviyo, Omeda and others."),
    Parameters("pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid piwik_* mtm_* matomo_*",
               "Matomo, once Piwik."),
    Parameters("at_medium at_campaign at_campaign_type at_link_id at_link_type at_link_origin at_ptr_name at_bbc_team "
               "at_format at_custom1 at_custom2 at_custom3 at_custom4 at_variant at_creation xtor",
               "AT Internet, now Piano Analytics: the channel."),
    Parameters("wt_mc wt_mc_o wt_zmc wt.mc_id wt.mc_ev wt.tsrc wtmc", "Webtrekk: the channel."),
    Parameters("ns_campaign ns_mchannel ns_source ns_linkname ns_fee", "Comscore: the channel."),
    Parameters("s_cid s_kwcid ef_id icid intcid intcmp int_cmp cmpid cmp_id ncid cid_source", "Adobe Analytics: the campaign."),
    Parameters("echobox", "Echobox, which posts for newsrooms, marks its posts."),
    Parameters("e", "Mailchimp: the number of whoever got the letter.", "campaign-archive.com list-manage.com mailchi.mp"),
    Parameters("ocid cvid", "Microsoft's and the BBC's campaign, and a number of the visit.", "msn.com bbc.com bbc.co.uk microsoft.com"),
    Parameters("cmp", "The Guardian's buttons and letters.", "theguardian.com"),
    Parameters("smid smtyp smprod emc campaign_id instance_id segment_id regi_id user_id nl te",
               "The New York Times: buttons, letters, and the number of whoever got them.", "nytimes.com"),
    Parameters("mod reflink", "Dow Jones: the place of the link.", "wsj.com barrons.com marketwatch.com"),
    Parameters("ito", "The Daily Mail: the button.", "dailymail.co.uk thisismoney.co.uk"),
    Parameters("ftag ftcamp", "CBS and the Financial Times: the channel.", "cbsnews.com cnet.com zdnet.com ft.com"),
    Parameters("mbid esrc", "Condé Nast: the letter.",
               "newyorker.com wired.com vogue.com vanityfair.com gq.com bonappetit.com pitchfork.com architecturaldigest.com"),
    Parameters("guccounter guce_referrer guce_referrer_sig soc_src soc_trk tsrc", "Yahoo's consent page and buttons.",
               "yahoo.com techcrunch.com engadget.com aol.com"),
    Parameters("feature si pp", "YouTube and Spotify number each share.", "youtube.com youtu.be spotify.com"),
    Parameters("s t", "X numbers each share.", "x.com twitter.com"),
    Parameters("trk trkcampaign trackingid refid lipi", "LinkedIn: the place of the link.", "linkedin.com"),
    Parameters("wprov", "Wikipedia: the button.", "wikipedia.org"),
    Parameters("dicbo obclid oborigurl tblci", "Outbrain and Taboola number each click."),
    Parameters("cx_testid cx_testvariant cx_artpos cx_experienceid cx_experienceactionid", "Piano tries out boxes."),
    Parameters("_branch_match_id _branch_referrer", "Branch numbers each click."),
    Parameters("amp_gsa amp_js_v usqp", "Google's cache of AMP pages tells itself from others."),
    Parameters("spm", "Alibaba: the place of the link.", "alibaba.com aliexpress.com taobao.com tmall.com scmp.com"),
)  # fmt: skip


def _pattern(names: str) -> str:
    words = names.split()
    assert names == names.lower(), names
    assert all(word.strip("*") for word in words), names
    return "|".join(re.escape(word.removesuffix("*")) + (".*" if word.endswith("*") else "") for word in words)


ANYWHERE = re.compile("|".join(_pattern(row.names) for row in TRACKING if not row.hosts))
AT_HOSTS = {host: re.compile(_pattern(row.names)) for row in TRACKING for host in row.hosts.split()}
assert len(AT_HOSTS) == sum(len(row.hosts.split()) for row in TRACKING), "a site in two rows"
