"""The little words of questions, by language: what asks, for what, and what says nothing of the matter."""

from __future__ import annotations

from typing import Literal, get_args

Want = Literal["figure", "time", "place", "person", "reason", "saying", "thing", "whether"]
"""What is asked for: how many, when, where, who, why, what somebody said, which thing, or whether something is so."""

WANTS: tuple[Want, ...] = get_args(Want)

_FIGURE = """
how many, how much, how often, how long, how old, how far, how big, how large, how high, how tall, how strong, how deep, how fast,
how hard, how full, how heavy, how wide, how late, how early, what share, what percentage, what number, what price, which share,
which percentage, what does it cost, wie viele, wie viel, wieviel, wieviele, wie lange, wie oft, wie hoch, wie alt, hvor mange,
hvor mye, hvor meget, hvor lenge, hvor længe, hvor ofte, hvor gammel, hur många, hur mycket, hur länge, hur ofta, hur gammal,
combien, quel nombre, cuántos, cuántas, cuánto, cuánta, quanti, quante, quanto, quantos, quantas, hoeveel, hoe lang, hoe vaak,
hoe oud
"""
_TIME = """
when, what time, which day, what day, which year, what year, which month, what month, what date, which date, since when, until when,
by when, wann, seit wann, um wie viel uhr, når, hvornår, när, quand, cuándo, quando, wanneer
"""
_PLACE = """
where, which place, what place, which city, which town, which country, what city, what country, wo, wohin, woher, hvor, var, vart,
où, dónde, dove, onde, waar
"""
_REASON = """
why, how come, for what reason, what caused, what causes, what was the cause, what is the cause, what was the reason,
what is the reason, what made, what makes, what led, what leads, warum, weshalb, wieso, hvorfor, varför, pourquoi, por qué, perché,
perche, por que, waarom
"""
_PERSON = """
who, whom, whose, by whom, which person, which man, which woman, wer, wen, wem, wessen, hvem, vem, qui, quién, quiénes, chi, quem,
wie was, wie is
"""
_THING = """
what, which, how, welche, welcher, welches, wie, hva, hvad, hvilken, hvilket, hvordan, vad, vilken, vilket, quel, quelle, quels,
quelles, que, qué, cuál, cómo, cosa, quale, qual, como, wat, welke, hoe
"""
_WHETHER = """
did, do, does, is, are, was, were, has, have, had, can, could, will, would, should, may, might, must
"""

_LISTED: dict[Want, str] = {
    "figure": _FIGURE,
    "time": _TIME,
    "place": _PLACE,
    "reason": _REASON,
    "person": _PERSON,
    "thing": _THING,
    "whether": _WHETHER,
}
ASKING: dict[Want, tuple[str, ...]] = {want: tuple(" ".join(words.split()) for words in told.split(",")) for want, told in _LISTED.items()}
"""The words by which each is asked for."""

MONEY = "dollar euro pound crown krone kroner kronor franc yen cent million billion £ $ €"
_TIMES = "second minute hour day night week month year decade century"
_LENGTHS = "millimetre centimetre metre kilometre meter kilometer mile yard foot feet inch hectare acre"
UNITS: dict[str, str] = {
    **dict.fromkeys(("how old", "wie alt", "hvor gammel", "hur gammal", "hoe oud"), "year month week day hour old age aged"),
    **dict.fromkeys(("how long", "wie lange", "hvor lenge", "hvor længe", "hur länge", "hoe lang"), f"{_TIMES} {_LENGTHS} timer dag stund"),
    **dict.fromkeys(("how often",), f"time daily weekly {_TIMES}"),
    **dict.fromkeys(("how far", "how high", "how tall", "how deep", "how wide", "how big", "how large", "wie hoch"), _LENGTHS),
    **dict.fromkeys(("how fast", "how hard", "how strong"), f"{_LENGTHS} knot magnitude force"),
    **dict.fromkeys(("how full", "what share", "which share", "what percentage", "which percentage"), "percent per % half third full"),
    **dict.fromkeys(("what price", "what does it cost", "how much money"), MONEY),
}
"""What is counted where the words that ask say so themselves: a figure stands before one of these."""
_COSTING = "cost costs paid pay pays paying price worth earn earns money spend spent charge fee fine insured budget sell sold"
COSTING = frozenset(_COSTING.split())
"""Words of a question by which "how much" asks for money."""

_SAYING = """
accuse accused accuses admit admits admitted answer answered answers argue argued argues believe believed believes call called calls
claim claimed claims comment commented comments demand demanded demands denied denies deny describe described describes explain
explained explains opinion promise promised promises propose proposed proposes react reacted reaction reacts replied replies reply
respond responded responds said say saying says statement tell tells think thinks thought told view warn warned warns
"""
SAYING = frozenset(_SAYING.split())
"""Words of a question by which it asks for what somebody said."""

_NOTHING = """
a about according after again against all along already also although always among an and another any anybody anyone anything are around
as at back be became because become been before being between both but by can come comes could did do does doing done during each either
else ever every for from further get gets getting give given go goes going gone got had has have having he her here hers herself him
himself his how i if in into is it its itself just like made make makes making many may me might mine more most much must my myself near
neither no nobody nor not now of off often on once one only onto or other our ours out over own per please really same shall she should
since so some somebody someone something still such take takes taken tell than that the their theirs them themselves then there these
they thing things this those through to together too took toward towards under until up upon us use very via was we well were what when
where whether which while who whom whose why will with within without would yes yet you your yours happen happens happened kind sort
type way name named called ll ve re s t d m don didn doesn isn wasn weren
aber als am an auch auf aus bei bin bis da das dass dem den der des die doch du durch ein eine einem einen einer er es für hat hatte ich
ihr im in ist ja kein man mehr mit nach nicht noch nun nur ob oder ohne sein seine sich sie sind so über um und uns unter von vom vor
war waren was weil wenn wer werden wie wird wo wurde wurden zu zum zur at av ble blev bli de det deres eller en et etter for fra från
før ha han har hun hur hva hvad hvem hvor hvorfor hvordan hvornår hvis i ikke inte jag jeg kan med mot må ned når och og om op opp på
seg sig sin skal ska som till til ut var vart ved vi vil värende være værende är het een van dat niet zijn aan ook naar bij uit dit deze
wordt werd maar zich ik je hij nog
au aux avec ce ces cette dans de des du elle en est et été être eu fait il ils la le les leur lui mais ne nous on ou par pas plus pour
qu que qui sa se ses son sont sur un une y al como con cuando del el ella era es esta este fue ha han hay las lo los más no o para pero
por porque qué ser si sin sobre su sus también una uno ya as ao com da das do dos ela ele em entre foi mas na nas nos os pela pelo são
seu sua um uma ai alla che ci col come dal dalla degli dei della delle di e gli hanno i ma nel nella non per più quando sono stato sul
sulla
"""
NOTHING = frozenset(_NOTHING.split())
"""Words that say nothing of what a question is about: English; German and its northern neighbours; French and its southern ones."""
