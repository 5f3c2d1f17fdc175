"""The words by which an article says where, to whom and through whom something was said."""

from __future__ import annotations

from octavo.attribution.words.lists import listed

WRITINGS = listed(
    """
    ad address ads affidavit announcement answer article articles autobiography biography blog book brief briefs chapter column
    columns comment comments communique complaint deposition document documents e-mail e-mails editorial editorials email emails
    essay essays filing filings interview interviews lawsuit letter letters manifesto memo memoir memorandum memos message messages
    motion newsletter note notes op-ed op-eds opinion paper piece podcast poem post posting postings posts press release releases
    remarks report reports ruling series speech speeches spot statement statements submission testimony text texts transcript tweet
    tweets video videos
    """
)
"""What is said in: "in a statement"."""

EVENTS = listed(
    """
    address appearance appearances assembly banquet breakfast briefing briefings brunch call caucus ceremony chat commencement
    conference conferences convention conversation conversations debate debates deposition diatribe dinner discussion event events
    exchange exchanges forum fundraiser fundraisers funeral gaggle gala gathering hearing hearings inauguration interview interviews
    lecture luncheon march mass meeting meetings panel parade party picnic presentation presser primaries primary q&a rallies rally
    rant reception remarks retreat roundtable seminar sermon service session sessions showdown sitdown speech speeches stop summit
    symposium talk talks telecast testimony tour trial tribute vigil visit vote webcast workshop
    """
)
"""What is said at or during: "at a rally"."""

ON_WORDS = listed(
    """
    account air blog bluesky broadcast cable call channel conversation facebook feed floor instagram linkedin network page periscope
    plane platform podcast program programme radio reddit show shows site snapchat social stage telegram television threads tiktok
    trail tumblr tv twitter vine website weibo whatsapp x youtube
    """
)
"""What is said on: "on Twitter", "on the Senate floor"."""

BY_WORDS = listed("e-mail email letter phone telephone text videolink")
PLACES = listed(
    """
    airport arena auditorium bar barracks base beach cafe campus capitol cathedral center centre chapel church club college
    courthouse courtroom diner embassy factory fair fairgrounds farm gym gymnasium hall hangar headquarters home hospital hotel
    house institute library mosque museum office palace park pavilion plant podium prison residence resort restaurant school square
    stadium station synagogue temple theater theatre tower university winery
    """
)
"""Where somebody stands who says something."""

GIVING = listed(
    """
    broadcast circulate circulated deliver delivered delivering delivers did filed files filing gave gives giving held holding
    issued issues issuing penned posted posting posts published publishes publishing put release released releases releasing send
    sending sends sent signed submitted wrote
    """
)
"""Verbs that bring out a writing or an event: "issued a statement"."""

GIVEN = listed(
    """
    article book column complaint conference e-mail email essay interview letter memo message note op-ed petition post press release
    remarks report speech statement statements testimony tweet tweets video
    """
)

TELLING = listed("address advise ask assure brief email inform lecture notify question remind tell urge warn")
"""Verbs whose object is who is spoken to."""

SPEAKING = listed(
    """
    admitted announce announced boasted boasting bragged comment commented complained complaining confided confirmed emphasized
    explain explained explaining explains joke joked joking lamented mentioned pitched read recount remarked remarks repeat repeated
    report reported respond said say saying says shout shouted shouting shouts speak speaking speaks spoke talk talked talking talks
    testified testify whispered write writes writing wrote yelled
    """
)
"""Verbs after which "to" or "with" brings who is spoken to."""

OTHER_REPORTS = listed(
    """
    address addressed addressing appeared appearing campaigning said says speaking spoke stumping talked talking tells testified
    testifying told tweeted writes writing wrote
    """
)
"""Verbs that carry the occasion for a cue which goes on from them: "said in a statement, adding"."""

LISTENERS = listed(
    """
    activists audience audiences bloggers caucus colleagues congress congressmen correspondents crowd crowds delegates diplomats
    donors editors employees executives fans followers gathering groups guests host investors journalists judge jurors jury
    lawmakers leaders listeners members ministers moderator nation officials panel parliament people police prosecutors protesters
    readers reporter reporters senators shareholders staff staffers students supporters troops viewers voters workers
    """
)
"""Who is spoken to, by common nouns."""

ADVERBS = listed(
    """
    afterward afterwards again also back earlier ever first here however instead later live most now once online only privately
    publicly recently repeatedly soon still then there today too twice
    """
)

OUTLETS = listed(
    """
    aap abc afp agence-france-presse anadolu ap axios bbc bloomberg breitbart buzzfeed c-span cbc cbs cnbc cnn dpa elle eonline espn esquire
    fox gq haaretz huffpost interfax itv mashable mediaite medium mlive msnbc nbc newsmax newsweek npr nyt pbs politico propublica
    quartz reuters ria salon sky slate spiegel tass techcrunch time tmz univision upi vice vogue vox wapo wired wsj xinhua yonhap
    """
)
"""Papers, stations and agencies of one word, in small letters."""

OUTLET_NOUNS = listed(
    """
    agency blog broadcaster channel daily magazine media network newspaper newswire outlet paper podcast program programme radio
    show site station tabloid television tv website
    """
)
"""What an outlet is called beside its name: "the news agency Norrland", "state television"."""

OUTLET_ENDINGS = listed(
    """
    agency ajansi anadolu associated-press atlantic beast breakfast broadcasting bulletin business caller chronicle constitution
    courier daily dispatch economist enquirer examiner express gazette globe guardian herald independent inquirer insider
    intelligencer intercept journal ledger lehrer magazine mail mirror monitor network news newspaper newspapers newswire observer
    post press radio record register republic review sentinel spectator sports standard star statesman sun sunday tabloid telegraph
    television times today tonight tribune tv week weekly wire yorker
    """
)
"""The last words of the names of papers, stations and agencies."""

STOPS = listed(
    """
    about above across after against ahead although amid among and are around as at because been before behind being below but by
    can could did do does during either for from had has have he him how i if in into is it least like may might near next not on or
    out outside over per said say saying says she should since so than that they through to toward under unless until up upon via
    was we were what when where whether which while who whom whose why will with within without would you
    """
)
"""Words at which a noun phrase ends."""

PRONOUNS = listed("anybody anyone everyone her herself him himself it itself me myself one them themselves us you yourself")
BARRIERS = listed("after although as because before but if since than though unless until when where while ; : ― — –")
"""Words at which another clause begins, whose circumstances are not the statement's."""
