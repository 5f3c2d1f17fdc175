"""In what field somebody is who has such a role: "Leeds plumber" is in none where "Treasury secretary" is."""

from __future__ import annotations

from typing import Literal

Field = Literal["politics", "law", "force", "business", "science", "health", "sport", "arts", "press", "faith", "everyday"]

_WORDS: dict[Field, str] = {
    "politics": """
        president premier chancellor minister secretary senator congressman congresswoman lawmaker legislator representative governor mayor
        councillor councilman councilwoman candidate nominee mp mep deputy ambassador envoy diplomat king queen prince princess monarch
        sultan emir ayatollah leader politician democrat republican conservative labour liberal tory whip speaker strategist pollster
        commissioner campaign adviser advisor aide chair chairman chairwoman spokesman spokeswoman spokesperson activist campaigner
    """,
    "law": "judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel litigator notary",
    "force": """
        police officer detective sheriff constable inspector superintendent trooper general colonel major captain commander lieutenant
        sergeant admiral soldier marine veteran firefighter coastguard
    """,
    "business": """
        executive ceo cfo founder cofounder entrepreneur businessman businesswoman banker economist investor analyst trader director owner
        manager developer billionaire tycoon broker shareholder president chairman chairwoman chair spokesman spokeswoman spokesperson
    """,
    "science": """
        professor researcher scientist academic historian scholar lecturer physicist biologist chemist geologist ecologist climatologist
        astronomer epidemiologist psychologist sociologist engineer fellow author director economist
    """,
    "health": "doctor nurse surgeon physician paramedic pharmacist psychiatrist epidemiologist midwife",
    "sport": """
        coach striker midfielder defender goalkeeper winger player captain quarterback pitcher cricketer batsman bowler footballer golfer
        boxer driver rider swimmer sprinter cyclist skier athlete champion referee umpire jockey manager owner
    """,
    "arts": """
        actor actress singer rapper musician composer conductor director filmmaker author novelist poet painter artist comedian dancer
    """,
    "press": "reporter correspondent journalist editor columnist anchor broadcaster presenter commentator host",
    "faith": "bishop archbishop cardinal pope priest pastor reverend vicar rabbi imam monk nun",
    "everyday": """
        resident neighbour neighbor farmer fisherman plumber electrician carpenter builder shopkeeper driver teacher student pupil pensioner
        retiree witness passenger victim mother father brother sister widow widower son daughter uncle aunt cousin grandmother grandfather
        tourist customer shopper commuter fan voter waitress waiter cleaner nurse worker miner trucker baker butcher hairdresser
    """,
}
FIELDS: dict[str, frozenset[Field]] = {
    word: frozenset(field for field, words in _WORDS.items() if word in words.split())
    for word in sorted({word for words in _WORDS.values() for word in words.split()})
}
"""Word of a role -> the fields that it may mean."""

PUBLIC: frozenset[Field] = frozenset(("politics", "law", "force", "business", "science", "press"))
"""People go from one of these to another, and papers call them by any."""
