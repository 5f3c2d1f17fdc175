"""Words of news that reports take for one another: of one event "killed", "died" and "dead" say the same."""

from __future__ import annotations

from octavo.grouping.stories.terms import words

_GROUPS = """
kill killed kills killing die died dies dying dead death deaths fatal fatally perished slain slaying deadly murder murdered
hurt injured injure injures injury injuries wounded wounds wound
arrest arrested arrests detain detained custody held nabbed
fire blaze flames burn burned burning burnt
ship vessel boat ferry
ground grounded grounding aground stranded strand ran
pull pulled pulls draw drew drawn tow towed towing free freed refloated haul hauled dragged
sand sandbank shoal bank
tug tugs
end ends ended close closes closed closing closure shut shuts shutting
vote voted votes decide decided decides decision back backed approve approved
quake earthquake tremor temblor
strike walkout stoppage
sailor sailors crew seafarers seamen
firm company owner owners operator
claim claims claimed allege alleged alleges charge charged accuse accused
deny denied denies reject rejected rejects dispute disputed
cut cuts reduce reduced reduces lower lowered slash slashed
climb climbed gain gained gains rise rises rose rising up increase increased
fall fell falls drop dropped decline declined dip dipped slide slid lose lost
win won wins beat beats victory defeat defeats defeated triumph
announce announced announces unveil unveiled reveal revealed reveals name named confirm confirmed
pick picked choose chosen chose select selected
role part
take takes taking took hire hires hired hiring employ employed recruit recruited
order ordered orders instruct
quash quashed overturned free freed cleared
jail jailed prison imprisoned imprisonment
convict convicted convictions conviction guilty
court judges judge
review reviewed reexamine
attack attacked attacks raid strike struck bomb bombed bombs bombing bombardment
explosion blast blasts blew
shoot shot shooting shootings gunfire gunned
police officers cops officer policemen cop
flee fled escape escaped escapes escapee
teen teenager youth boy
woman lady mother
man guy
car vehicle automobile
crash collision accident wreck
fix fixes patch patches update updates
flaw vulnerability hole bug
release released releases issue issued issues publish published
launch launched unveil start started starts begin began begun
leave left quit quits resign resigned resigns step
stand run rerun
cost costs price priced
estimate estimated put puts figure
storm gale
swing swung turn turned turns veer veered
spare spared sparing
warn warned warns warning alert
gust gusts wind winds
meeting talks summit
promise promised promises pledge pledged pledges vow vowed
build built building construct constructed construction
broke broken break breaks fracture fractured failed fail failure gave
light lights lamp lamps lit
harbour harbor port
minister secretary
mayor
leader chief head boss
rehab rehabilitation treatment
check checked enter entered admitted admit
sign signed agree agreed
find found finds discover discovered
breach hole holed
child children kids kid
house houses home homes
people persons
passenger passengers
doctor physician
film movie
team side club
match game
record best
buy bought purchase purchased acquire acquired
sell sold sale
aid help relief
aboard board onboard
rescue rescued save saved evacuate evacuated brought ashore
probe investigation inquiry investigate investigated
demand demanded demands urge urged urges ask asked seek sought
plan plans planned
work worked duty shift
money cash funds funding
"""


def _others() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _GROUPS.strip().splitlines():
        held = set(words(group))
        for word in held:
            found.setdefault(word, set()).update(held)
    return {word: frozenset(held - {word}) for word, held in found.items()}


_OTHERS = _others()


def others_for(word: str) -> frozenset[str]:
    """The words, stemmed, that reports of one event put for a stemmed word."""
    return _OTHERS.get(word, frozenset())


def interchangeable(one: str, other: str) -> bool:
    """Whether they put one stemmed word for the other."""
    return one == other or other in others_for(one)
