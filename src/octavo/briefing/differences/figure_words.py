"""The words by which a sentence tells what its figures count, and those by which a figure counts nothing or a part."""

from __future__ import annotations

import re

from octavo.attribution.words.lists import listed
from octavo.grouping.stories.terms import stem

CLASSES = {
    "killed": "killed kill kills killing dead died die dies death deaths fatalities fatality perished toll lives drowned",
    "hurt": "injured injuring injures injuries hurt wounded wounding wounds",
    "missing": "missing unaccounted",
    "arrested": "arrested arrests arrest detained",
    "crowd": "crowd attendance attended turnout marchers marched protesters demonstrators demonstrated spectators gathered thronged",
    "homeless": "homeless displaced",
    "evacuated": "evacuated evacuees evacuate",
    "rescued": "rescued rescuing survivors survived",
}
CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()}
"""What happened to people, by any of its words."""
VOTES = "votes for"
"""The name of the votes that carried something."""
NEAR = 7
"""Words behind people among which what happened to them stands."""
PEOPLE = listed("people persons others residents civilians victims villagers")
SOME_PEOPLE = listed("men women children boys girls students soldiers policemen officers firefighters workers miners")
"""Whose number is a part of all."""
OF_SPORT = listed(
    """
    assists balls blocks bouts carries catches completions defeats fights fouls games goals holes innings interceptions kills laps losses
    matches medals passes penalties plays points rebounds receptions rounds runs sacks seasons sets shots starts steals tackles teams titles
    touchdowns tournaments tries trophies turnovers victories wickets wins yards
    """
)
"""Of these a text has many figures, each of another player or match."""
MEASURES = frozenset(map(stem, listed(
    """
    acre acres centimetre centimetres cubic degree degrees feet foot gallon gallons hectare hectares inch inches kilogram kilograms
    kilometer kilometers kilometre kilometres knots litre litres magnitude meter meters metre metres mile miles percent pounds
    square ton tonne tonnes tons
    """
)))  # fmt: skip
"""What much is measured in: counted of one thing only where the sentences share more."""
MONEYS = frozenset(map(stem, listed("crown crowns dollar dollars euro euros pound mark marks krone kroner yen rupees franc francs")))
OF_TIME = listed("minute minutes second seconds decade decades o'clock times")
NO_NOUN = listed(
    """
    a about above according across after against aged ago all along also although among an and any are around as at away back be because
    became been before began behind being below between both but by called came can could deep did do does down during each earlier even
    every except fell few first for found from gave got had has have he held her here high him his how if in into is it its just kept known
    last later least left less like long lost made many may might more most much named near nearly next no nor not now of off old on once
    one only onto or other others our out over own per put ran rather rose said sat saw say says she should since so some still stood such
    tall than that the their them then there these they this those though through to today together told too took toward towards under until
    up upon us very was we went were what when where which while who whom whose why wide will with within without won would year years
    yesterday yet you your
    """
)
"""Words that no noun begins with."""
ORDINARY = NO_NOUN | listed("almost another around but nearly officials police some these")
"""What may stand with a capital before a figure, at the head of a sentence, and is no name."""

_QUANTITY = "(?: the)? ?$"
MORE = re.compile(rf"\b(?:more than|over|at least|no fewer than|no less than|upwards? of|above|exceed(?:s|ed|ing)?){_QUANTITY}", re.I)
LESS = re.compile(rf"\b(?:fewer than|less than|under|below|up to|at most|as many as|as much as|no more than){_QUANTITY}", re.I)
ABOUT = re.compile(
    rf"\b(?:about|around|nearly|almost|close to|not quite|some|roughly|approximately|estimated|perhaps|maybe|circa){_QUANTITY}", re.I
)
NOT_THE_WHOLE = re.compile(
    r"\b(?:not|from|between|rather than|instead of|another|other|further|extra|additional|aged?|than(?! the)|no\.|number|route|highway"
    r"|chapter|page|room|gate|every|each|after|first|last|next|once|earlier|previously|before|originally|initially|would|could|may|might|if"
    r"|of which|limit of|minimum of|maximum of)(?: \w+ly)? ?$",
    re.I,
)
PART = re.compile(
    r"^,? (?:(?:more|other|others|additional|further|extra)\b|in (?:cash|stock|shares)\b"
    r"|of (?:them|those|these|whom|which|the|its|his|her|their)\b|or \w+|to \w+ )",
    re.I,
)
RANGE = re.compile(r"^ ?(?:-|–|—|to |and (?=\d)|or (?=\d))")
OLD = re.compile(r"^(?:-year|-month|-day| years? old|,? aged|-?(?:st|nd|rd|th)\b)", re.I)
CLOCK = re.compile(r"^(?::|\.\d\d (?:a|p)\.?m|\s?(?:a|p)\.?m\b| o['’]clock)", re.I)
RATE = re.compile(r"^ (?:a|an|per|each) (second|minute|hour|day|week|month|year|head|ton|tonne|share|barrel|kilo\w*|person)\b", re.I)
TORN = re.compile(r"\d[.,] $")
"""Where a page has torn a number: "1, 300"."""
LISTED = re.compile(r"\d[\d,.]* [\w-]+(?: [\w-]+)? and $")
PLACED = re.compile(
    r"\b(?:the|a|an|its|their|official|total) (?P<noun>[a-z]+)(?: figure| count)? "
    r"(?:at|was|is|to|stood at|stands at|reached|rose to|now stands at) (?:\w+ (?:than )?)?$",
    re.I,
)
"""Where what is counted stands before: "put the crowd at"."""
OF_A_TIME = re.compile(
    r"\b(?:last|this|past|previous|each|every|a|per) (?:week|month|year|decade|season|quarter)\b"
    r"|\b(?:annual|annually|yearly|usually|typically|so far this|since)\b",
    re.I,
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
CLAUSE = re.compile(r"[,;:—–]|\b(?:and|but|while|after|before|when|as|which|who)\b")
