"""Words that the rules of `benchmarks.rule_quotes` go by: verbs of reporting by what follows them, and what ends a noun phrase."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAYING = """
acknowledge add admit allege announce argue ask assert assure boast caution charge claim comment complain concede conclude confirm
contend continue counter declare deny disclose emphasize estimate explain hint imply indicate insist joke lament maintain mention note
observe post predict proclaim quip read recall recount reiterate remark remind repeat reply report respond reveal say scream shout
signal state stress suggest swear tell testify tout tweet vow warn whisper wonder write
"""
_THINKING = """
assume believe consider doubt expect fear feel guess hope know prefer suspect think want wish worry
"""
_TREATING = """
accuse address admire advise advocate agree apologize applaud appreciate assail attack back bash blame blast brand call celebrate
challenge chant characterize cite commend compare condemn criticise criticize decide decline decry deem defend defer demand denounce
depict describe determine discuss dismiss dispute dub echo embrace encourage endorse expose favor focus hail hate highlight inform
intend invoke label learn liken list lobby love mock name nickname offer oppose order outline plead pledge point portray praise promise
propose pursue question quote raise rebuke recognize recommend refer reference refuse regret reject remember request retweet ridicule
rip rule see seek slam speak sue support talk thank threaten threatened tout trash trumpet understand urge view vote welcome yell
"""
_FOUND = "find show"
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "think": "thought", "feel": "felt", "know": "knew known",
    "swear": "swore sworn", "seek": "sought", "find": "found", "show": "showed shown", "quip": "quipped quipping",
    "admit": "admitted admitting", "concede": "conceded", "slam": "slammed slamming", "label": "labeled labelled labeling",
    "refer": "referred referring", "plead": "pleaded", "retweet": "retweeted", "see": "saw seen seeing", "understand": "understood",
    "deem": "deemed", "regret": "regretted regretting", "signal": "signaled signalled signaling",
}


_PARTICLES = {
    "call": "for on", "point": "to out", "refer": "to", "talk": "about of up", "speak": "about of", "vote": "for against",
    "ask": "for about", "complain": "about of", "boast": "about of", "brag": "about", "joke": "about", "warn": "of against about",
    "write": "of about", "push": "for", "hope": "for", "think": "of about", "know": "about of", "worry": "about", "argue": "for against",
    "object": "to", "focus": "on", "apologize": "for", "lobby": "for against", "plead": "with for",
}


def forms(verb: str) -> set[str]:
    """The forms of an English verb: says, said, saying."""
    made = {verb, *_IRREGULAR.get(verb, "").split()}
    stem = verb[:-1] if verb.endswith("e") else verb
    if re.search("[^aeiou]y$", verb):
        made |= {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        made |= {verb + ("es" if re.search("(s|sh|ch|x|z)$", verb) else "s"), stem + "ed", stem + "ing"}
    return made


_HARDLY = _words("""
attack attacks back backing brand challenges challenging charge charged charges claims comment comments continue continues continuing
embrace address addressed as felt known like maintained maintains name named note plan planned plans prompted raise raised raises
raising remarks report question questions saw state states thanks tweet
""")
"""Forms that hardly ever report."""


def _all(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms(verb)) - _HARDLY


SAYING = _all(_SAYING)
"""A clause or a quotation says what."""
THINKING = _all(_THINKING)
TREATING = _all(_TREATING)
"""A noun phrase or an infinitive says what."""
FOUND = _all(_FOUND)
"""Only where "that" follows."""
PARTICLES = {form: frozenset(words.split()) for verb, words in _PARTICLES.items() for form in forms(verb)}
"""Verb -> the small words that belong to it, and so to the cue."""
NEEDS_PARTICLE = _all("point refer talk speak vote focus")
NEVER_ALONE = _words("""
attack back blame blast call caution challenge charge claim comment comments compliment counter demand dispute doubt echo estimate fear
feel favor focus guess like lobby list love plan plans prompt rule rules view views highlight hint hope joke label message mention mock
name note notes order outline plan pledge pledged plot point points post posts praise promise question quote raise read reads reference
remark remarks reply report reports request respond sense shout signal state states stress suspect support tell think threat threatened
vow wish wonder worry want label order orders
""")
"""Nouns or adjectives as often as verbs: taken only behind a name, a pronoun, a plural or a helping word."""
REPORTING = SAYING - NEVER_ALONE
"""Verbs of saying that are nothing else."""
COORDINATED = frozenset(form for form in REPORTING | TREATING - NEVER_ALONE if form.endswith(("ed", "said", "says", "told", "wrote")))
"""Forms that begin a second statement of the same speaker behind "and"."""
EVIDENCE = _words("""
poll polls survey surveys data study studies report analysis records documents emails figures research
""")
"""What "shows" or "found" without "that"."""
PASSIVE = _words("""
accused blamed called cited criticised criticized described dismissed expected quoted perceived portrayed praised regarded reported said
seen suspected thought viewed believed widely rumored alleged
""")
TELLING = _all("tell remind assure")
"""Whom it is said to comes first."""
SEEMING = _all("seem appear")

NOUNS = _words("""
accusation allegation argument assertion assumption belief claim claims complaint concern concerns conclusion fear fears hint idea
insistence news promise prediction report reports rumor suggestion statement suspicion vow view warning warnings
""")
"""Where "that" follows them they are cues."""

NOUN_PARTICLES = _words("of for to on about that against")
NOUNS_OF = _words("""
accusation accusations allegation allegations attack attacks call calls comments condemnation criticism decision defense demand demands
description desire endorsement fear fears hope hopes intention opposition plan plans pledge praise promise proposal remarks request
support threat threats view views vow warning warnings
""")
"""Cues behind whose they are ("his criticism of …")."""
FEELINGS = _words("""
afraid angry aware certain concerned confident convinced critical eager fearful glad happy hopeful interested opposed optimistic proud
ready reluctant skeptical supportive sure unaware uncertain unhappy unsure unwilling upset wary willing worried
""")
"""Behind a form of "be" they are cues."""

HELPING = _words("""
am is are was were be been being has have had having do does did will would can could may might must shall should not n't never ever to
's 've 'd 'll 're 'm
""")
ADVERBS = _words("""
also later then again once often already still just even only recently previously repeatedly publicly privately frequently soon
subsequently specifically now always initially simply reportedly widely clearly falsely famously further strongly long
""")
PRONOUNS = _words("he she they it we i you who which that one")
POSSESSIVE = _words("his her their its our my your whose")
DETERMINERS = _words("""
a an the this that these those some many most several both few all another other one two three any no
""") | POSSESSIVE
STANDING_ALONE = _words("another others some many most both few one all two three several")
"""Determiners that may be a whole noun phrase."""
INSIDE = _words("of for at from in with and on to against behind between near &")
"""Prepositions that a noun phrase may run over, and "and"."""
ENDING = _words("""
that but because when while as if although though since whether then so where after before until unless than or yet is are was were be
been has have had do does did will would can could may might must should not into onto over under during about by through without within
toward towards upon via per like said says told there here why how what
""")
"""What no noun phrase runs over."""
DAYS = _words("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight
""")
