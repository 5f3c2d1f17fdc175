"""Some owners with many addresses, to start with: broadcasters and newspaper groups whose outlets print each other's texts.

What is commonly known, and small on purpose, since a wrong entry hides a report. Whoever runs a paper adds to it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns several outlets: registrable domains, and names of publishers for articles without an address."""

    name: str
    domains: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()


def _owner(name: str, domains: str, publishers: str = "") -> Owner:
    return Owner(name, tuple(domains.split()), tuple(each.strip() for each in publishers.split(",") if each.strip()))


STARTER: tuple[Owner, ...] = (
    _owner("BBC", "bbc.co.uk bbc.com", "BBC, BBC News, BBC Sport, BBC World Service"),
    _owner("NBC", """
        nbcnews.com today.com nbcnewyork.com nbclosangeles.com nbcchicago.com nbcphiladelphia.com nbcbayarea.com nbcdfw.com nbcmiami.com
        nbcwashington.com nbcboston.com nbcsandiego.com nbcconnecticut.com""", "NBC, NBC News"),
    _owner("ABC (United States)", """
        abcnews.com abcnews.go.com abc7.com abc7ny.com abc7chicago.com abc7news.com 6abc.com abc11.com abc13.com abc30.com"""),
    _owner("CBC/Radio-Canada", "cbc.ca radio-canada.ca", "CBC, CBC News, Radio-Canada"),
    _owner("France Médias Monde", "france24.com rfi.fr mc-doualiya.com", "France 24, RFI"),
    _owner("RFE/RL", "rferl.org svoboda.org radiosvoboda.org azattyq.org azatutyun.am slobodnaevropa.org currenttime.tv"),
    _owner("SRG SSR", "srf.ch rts.ch rsi.ch rtr.ch swissinfo.ch", "SRF, RTS, RSI, Swissinfo"),
    _owner("Associated Press", "apnews.com ap.org", "AP, Associated Press, The Associated Press"),
    _owner("Reuters", "reuters.com thomsonreuters.com", "Reuters, Thomson Reuters"),
    _owner("Agence France-Presse", "afp.com", "AFP, Agence France-Presse"),
    _owner("dpa", "dpa.com dpa-international.com", "dpa, Deutsche Presse-Agentur"),
    _owner("Fox", "foxnews.com foxbusiness.com", "Fox News, Fox Business"),
    _owner("Guardian Media Group", "theguardian.com guardian.co.uk"),
    _owner("The New York Times Company", "nytimes.com theathletic.com", "The New York Times, The Athletic"),
    _owner("DMG Media", "dailymail.co.uk dailymail.com metro.co.uk inews.co.uk", "MailOnline"),
    _owner("Reach", """
        mirror.co.uk express.co.uk dailystar.co.uk dailyrecord.co.uk manchestereveningnews.co.uk liverpoolecho.co.uk walesonline.co.uk
        birminghammail.co.uk chroniclelive.co.uk bristolpost.co.uk nottinghampost.com leicestermercury.co.uk hulldailymail.co.uk
        stokesentinel.co.uk plymouthherald.co.uk devonlive.com cornwalllive.com kentlive.news essexlive.news mylondon.news
        irishmirror.ie dublinlive.ie belfastlive.co.uk edinburghlive.co.uk glasgowlive.co.uk"""),
    _owner("The Independent", "independent.co.uk the-independent.com indy100.com"),
    _owner("News Corp", """
        wsj.com barrons.com marketwatch.com nypost.com thetimes.com thetimes.co.uk thesun.co.uk the-sun.com news.com.au
        theaustralian.com.au dailytelegraph.com.au heraldsun.com.au couriermail.com.au""", "The Wall Street Journal, New York Post"),
    _owner("Nine", "smh.com.au theage.com.au brisbanetimes.com.au watoday.com.au afr.com 9news.com.au", "Sydney Morning Herald"),
    _owner("Gannett", """
        usatoday.com azcentral.com freep.com indystar.com jsonline.com tennessean.com cincinnati.com courier-journal.com dispatch.com
        desmoinesregister.com commercialappeal.com knoxnews.com palmbeachpost.com northjersey.com lohud.com
        democratandchronicle.com oklahoman.com providencejournal.com floridatoday.com naplesnews.com clarionledger.com
        delawareonline.com""",
        "USA Today"),
    _owner("McClatchy", """
        miamiherald.com elnuevoherald.com sacbee.com kansascity.com charlotteobserver.com newsobserver.com star-telegram.com
        fresnobee.com thestate.com kentucky.com idahostatesman.com theolympian.com thenewstribune.com"""),
    _owner("MediaNews and Tribune", """
        denverpost.com mercurynews.com eastbaytimes.com ocregister.com bostonherald.com twincities.com dailynews.com chicagotribune.com
        nydailynews.com orlandosentinel.com sun-sentinel.com courant.com mcall.com pilotonline.com"""),
    _owner("Advance Local", "nj.com cleveland.com oregonlive.com mlive.com al.com syracuse.com pennlive.com masslive.com silive.com"),
    _owner("Hearst Newspapers", "sfchronicle.com sfgate.com houstonchronicle.com chron.com expressnews.com mysanantonio.com"),
    _owner("Postmedia", """
        nationalpost.com financialpost.com torontosun.com vancouversun.com theprovince.com calgaryherald.com calgarysun.com
        edmontonjournal.com edmontonsun.com ottawacitizen.com ottawasun.com montrealgazette.com leaderpost.com
        thestarphoenix.com windsorstar.com lfpress.com""", "National Post"),
    _owner("Torstar", "thestar.com thespec.com therecord.com niagarafallsreview.ca stcatharinesstandard.ca thepeterboroughexaminer.com"),
    _owner("Axel Springer", "bild.de welt.de politico.com politico.eu businessinsider.com", "Bild, Die Welt, Politico"),
    _owner("Madsack", "rnd.de haz.de lvz.de ostsee-zeitung.de kn-online.de maz-online.de ln-online.de dnn.de neuepresse.de"),
    _owner("Funke", "waz.de nrz.de wp.de morgenpost.de abendblatt.de braunschweiger-zeitung.de thueringer-allgemeine.de otz.de tlz.de"),
    _owner("Stuff", "stuff.co.nz thepost.co.nz thepress.co.nz waikatotimes.co.nz", "Stuff"),
)
