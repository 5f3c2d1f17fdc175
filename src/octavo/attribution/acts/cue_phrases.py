"""What several words of a cue do together, where no one of them says it: "ruled out", "came under fire", "threw her support behind".

Keys are plain forms, without articles, possessives and adverbs in -ly between them.
"""

from __future__ import annotations

from octavo.analysis import Act

_PHRASES: dict[Act, str] = {
    "say": """
        call attention, chime in, double down, draw contrast, fire back, know as, know for, leave little doubt, leave no doubt, make
        argument, make case, make clear, make mention, make no secret, make point, open up, plead guilty, point out, point to, shed
        light, shoot back, take credit, take to facebook, take to instagram, take to twitter, tell story, weigh in
    """,
    "deny": "back away, back down, back off, back out, distance from, plead not guilty, rule out, turn down, walk away, walk back",
    "dispute": """
        argue against, at odds, brush aside, brush off, call into question, call question, campaign against, cast doubt, come out
        against, fight against, fight back, have doubt, have problem, hit back, in doubt, play down, poke hole, punch back, push
        back, question about, raise doubt, raise question, shoot down, shrug off, speak against, stand up to, strike back, take
        exception, take issue, vote against, wave away, wave off
    """,
    "warn": "raise alarm, raise red flag, ring alarm, sound alarm",
    "accuse": """
        bring charge, charge with, file charge, file complaint, file lawsuit, file suit, hold accountable, hold responsible, lay
        blame, pin on, place blame, point finger, press charge, put blame
    """,
    "promise": "be willing, express willingness, signal willingness, stand ready",
    "demand": """
        ask for, call for, call on, call to, call upon, campaign for, cry out for, fight for, file motion, insist on, insist upon,
        look for, plead for, plead with, press for, press to, push for, tell to, would like
    """,
    "propose": "have plan, lay out plan, look to, roll out",
    "believe": "be aware, have faith, have no doubt, have sense, look like, make mind, take as",
    "expect": "count on, look forward, set to",
    "ask": "have question, like to know, need to know, question of, question whether, raise question whether, want to know",
    "praise": """
        be glad, be happy, big fan, come out for, come out in favor, fan of, give credit, heap praise, in favor, in support, lend
        support, pay tribute, rally around, rally behind, root for, side with, sing praise, speak favorably of, speak highly of,
        stand behind, stand by, stand up for, stand with, take pride, throw support, throw weight, vote for, would vote for
    """,
    "criticise": """
        call out, come after, come under attack, come under criticism, come under fire, dress down, find fault, fire at, fire off,
        go after, go on attack, have harsh word, hit out, lash out, lay into, light into, make fun, make light, poke fun, rip into,
        speak out, strike out, take aim, take jab, take shot, take swipe, take task, take to task, tear into, throw shade, turn on,
        under fire
    """,
}

PHRASES: dict[tuple[str, ...], Act] = {
    tuple(phrase.split()): act for act, phrases in _PHRASES.items() for phrase in " ".join(phrases.split()).split(", ")
}
"""The act of each phrase."""

LONGEST = max(map(len, PHRASES))

PHRASE_WORDS = frozenset(word for phrase in PHRASES for word in phrase)

UNDENIED = frozenset({("have", "no", "doubt"), ("leave", "little", "doubt"), ("leave", "no", "doubt"), ("make", "no", "secret")})
"""Phrases that only mean something with their negation: "made no secret of"."""
