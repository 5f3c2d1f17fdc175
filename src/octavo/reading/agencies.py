"""Which wire agency wrote a text: the table of agencies, and the marks that name one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from octavo.article import Paragraph
from octavo.reading.cleaning import fold

# The name printed, then other names and codes. Codes that are words or that other bodies share stand in _ONLY_MARKED.
_TABLE = """
Reuters: Thomson Reuters, Reuters News, Reuters News Agency
Associated Press: AP, A.P., The Associated Press, AP News, Associated Press News
AFP: Agence France-Presse, Agence France Presse, AFP News, L'Agence France-Presse
dpa: DPA, Deutsche Presse-Agentur, dpa-AFX, dpa/AFX, dpa International, Deutsche Presse Agentur
Anadolu Ajansi: AA, Anadolu, Anadolu Agency, Anadolu Ajansı, Anadolu News Agency
Xinhua: Xinhua News Agency, Xinhuanet
TASS: ITAR-TASS, Itar-Tass
Interfax: Interfax-Ukraine
RIA Novosti: RIA, RIA News
Sputnik: Sputnik News
Kyodo: Kyodo News, Kyodo News Agency
Jiji Press: Jiji, Jiji Press News
Yonhap: Yonhap News, Yonhap News Agency
Bernama: Bernama News
PTI: Press Trust of India
ANI: Asian News International
IANS: Indo-Asian News Service
UNI: United News of India
APP: Associated Press of Pakistan
ANSA: Ansa, Agenzia Ansa
Adnkronos: AdnKronos
EFE: Agencia EFE, EFE News, Efe
Europa Press: EP Europa Press
Lusa: LUSA, Agência Lusa, Agencia Lusa
PA Media: PA, Press Association, The Press Association, PA News Agency, PA News
UPI: United Press International
Bloomberg: Bloomberg News
APA: Austria Presse Agentur, Austria Presse-Agentur, APA-OTS
Keystone-ATS: ATS, Keystone-SDA, SDA, Keystone SDA, Agence télégraphique suisse
Belga: Belga News Agency, BELGA
ANP: Algemeen Nederlands Persbureau
NTB: Norsk Telegrambyrå
TT: TT News Agency, Tidningarnas Telegrambyrå
Ritzau: Ritzaus Bureau
STT: STT-Lehtikuva
CTK: ČTK, Czech News Agency, Česká tisková kancelář
TASR: News Agency of the Slovak Republic
PAP: Polish Press Agency, Polska Agencja Prasowa
MTI: Magyar Távirati Iroda, Hungarian News Agency
Tanjug: TANJUG
HINA: Hina
BTA: Bulgarian News Agency
Agerpres: AGERPRES
AMNA: ANA-MPA, Athens-Macedonian News Agency
Ukrinform: UKRINFORM
UNIAN: Unian
BelTA: BELTA
Canadian Press: The Canadian Press, CP, La Presse Canadienne
AAP: Australian Associated Press
NZ Newswire: NZN
Antara: ANTARA, Antara News
VNA: Vietnam News Agency
KCNA: Korean Central News Agency
CNA Taiwan: Central News Agency
Philippine News Agency: PNA
MENA: Middle East News Agency
SPA: Saudi Press Agency
WAM: Emirates News Agency
KUNA: Kuwait News Agency
QNA: Qatar News Agency
BNA: Bahrain News Agency
Petra: Jordan News Agency
SANA: Syrian Arab News Agency
IRNA: Islamic Republic News Agency
Fars: Fars News Agency
Tasnim: Tasnim News Agency
NAN: News Agency of Nigeria
GNA: Ghana News Agency
APS: Algeria Press Service
MAP: Maghreb Arabe Presse
Panapress: PANA
Prensa Latina: PL
Télam: Telam
Agência Brasil: Agencia Brasil
Notimex: NOTIMEX
CNN: CNN.com, CNN Wire
States Newsroom: States News Service
McClatchy: McClatchy Newspapers, McClatchy-Tribune, McClatchy News, MCT
Tribune News Service: TNS, Tribune Content Agency
Religion News Service: RNS
Thomson Reuters Foundation: Reuters Foundation
Dow Jones Newswires: Dow Jones, Dow Jones Newswire
MarketWatch: Marketwatch
PR Newswire: PRNewswire, PRNewswire-USNewswire, PRN
Business Wire: BUSINESS WIRE, BusinessWire
GlobeNewswire: GLOBE NEWSWIRE, Globe Newswire
Newswise: NEWSWISE
"""


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, _, others = line.partition(": ")
        for alias in (name, *others.split(", ")):
            names[fold(alias)] = name
    return names
