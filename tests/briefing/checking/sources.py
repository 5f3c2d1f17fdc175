"""Sentences of made-up articles as a model is given them, with who says what in each; what a faithful hand makes of them."""

from __future__ import annotations

from octavo.briefing.checking.checker import Checked, Written, checked
from octavo.briefing.checking.given import Given, Said
from octavo.briefing.checking.wording import folded
from octavo.briefs import Citation


def source(number: int, text: str, *said: tuple[str, str, str] | tuple[str, str, str, bool], reports: int = 1) -> Given:
    """A sentence, and for each attribution in it the speaker's words, the cue's and the content's."""
    told = tuple(Said(folded(each[0]), each[1], folded(each[2]), len(each) > 3) for each in said)
    return Given(number, folded(text), (Citation(f"a{number}", 0, len(text)),), reports, told)


FERRY, TOLL, MAYOR, DENIAL, INQUIRY, BRIDGE, STRIKE, COURT, PRICES, PLAN, VOTE, STORM, QUOTE, HARBOUR, BOARD, FIRE = SOURCES = (
    source(1, "The ferry Marit sank off Port Alder on Tuesday night after striking a reef, killing three of the 48 people on board.",
           reports=4),
    source(2, "Twelve passengers were taken to hospital with injuries, and five of them remained there on Wednesday.", reports=2),
    source(3, "Mayor Ada Holt said the town had warned Alder Lines in May that the ferry's radar was faulty.",
           ("Mayor Ada Holt", "said", "the town had warned Alder Lines in May that the ferry's radar was faulty")),
    source(4, "Jon Fell, the chief executive of Alder Lines, denied that the company had ignored the warning.",
           ("Jon Fell, the chief executive of Alder Lines", "denied", "that the company had ignored the warning")),
    source(5, "The Maritime Board will open an inquiry on Monday and may suspend the line's licence."),
    source(6, "Workers did not close the Quarry Bridge on Friday, although inspectors had found cracks in two of its pillars."),
    source(7, "The dockers' union sued Northwind Shipping over unpaid wages of $1.5 million after talks failed in April."),
    source(8, "A court in Pell acquitted Greta Solheim of fraud and ordered the state to pay her legal costs."),
    source(9, "Wheat prices rose 12 percent in March, their largest increase in nine years, while barley fell 4 percent."),
    source(10, "The council plans to build 200 homes at Reef Hill by 2028 if the government pays half of the cost."),
    source(11, "Tom Ferris defeated Rita van Holt in Sunday's election by 51 percent to 49 percent.", reports=3),
    source(12, "More than 4,000 houses in Ulvnes were without power on Thursday morning as the storm moved north."),
    source(13, '“We will not sell the harbour to anybody,” Ada Holt told the council on Wednesday.',
           ("Ada Holt", "told", "“We will not sell the harbour to anybody,”", True)),
    source(14, "Northwind Shipping offered 90 million euros for the harbour in February, according to two officials.",
           ("two officials", "according to", "Northwind Shipping offered 90 million euros for the harbour in February")),
    source(15, "The board of Alder Lines expects the ferry Solvei to replace the Marit before the summer.",
           ("The board of Alder Lines", "expects", "the ferry Solvei to replace the Marit before the summer")),
    source(16, "Four firefighters were hurt in a fire at Reef Hall that destroyed the town's archive on Saturday."),
)  # fmt: skip

FAITHFUL: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("The ferry Marit struck a reef and sank off Port Alder on Tuesday night, killing three people.", (1,)),
    ("Three of the 48 people on board were killed when the ferry Marit sank off Port Alder.", (1,)),
    ("Three people died when the ferry Marit sank off Port Alder on Tuesday night.", (1,)),
    ("Five of the passengers remained in hospital on Wednesday.", (2,)),
    ("Twelve injured passengers were taken to hospital.", (2,)),
    ("The town had warned Alder Lines in May that the radar was faulty, Mayor Ada Holt said.", (3,)),
    ("Ada Holt said that Alder Lines had been warned in May about the ferry's faulty radar.", (3,)),
    ("According to Mayor Ada Holt, the town warned Alder Lines in May that the ferry's radar was faulty.", (3,)),
    ("Jon Fell of Alder Lines denied that the company ignored the warning.", (4,)),
    ("Jon Fell denied ignoring the warning.", (4,)),
    ("The Maritime Board will open an inquiry on Monday.", (5,)),
    ("The Maritime Board may suspend the licence of the line.", (5,)),
    ("An inquiry will be opened by the Maritime Board on Monday.", (5,)),
    ("Inspectors had found cracks in two pillars of the Quarry Bridge.", (6,)),
    ("The Quarry Bridge was not closed on Friday, although inspectors had found cracks in two pillars.", (6,)),
    ("The dockers' union sued Northwind Shipping over $1.5 million in unpaid wages.", (7,)),
    ("Northwind Shipping was sued by the dockers' union over unpaid wages.", (7,)),
    ("Greta Solheim was acquitted of fraud by a court in Pell.", (8,)),
    ("A court in Pell acquitted Greta Solheim of fraud.", (8,)),
    ("In March, wheat prices rose 12 percent.", (9,)),
    ("Wheat prices rose 12% in March, the largest increase in nine years.", (9,)),
    ("The council plans to build 200 homes at Reef Hill by 2028 if the government pays half the cost.", (10,)),
    ("Tom Ferris defeated Rita van Holt in the election on Sunday.", (11,)),
    ("Rita van Holt was defeated by Tom Ferris in Sunday's election.", (11,)),
    ("More than 4,000 homes in Ulvnes had no power on Thursday morning.", (12,)),
    ("More than 4,000 houses in Ulvnes were without power on Thursday morning.", (12,)),
    ('"We will not sell the harbour to anybody," Ada Holt told the council.', (13,)),
    ("Ada Holt told the council that it will not sell the harbour to anybody.", (13,)),
    ("According to two officials, Northwind Shipping offered 90 million euros for the harbour in February.", (14,)),
    ("Northwind Shipping offered 90 million euros for the harbour in February, two officials said.", (14,)),
    ("The board of Alder Lines expects the Solvei to replace the Marit before the summer.", (15,)),
    ("Four firefighters were hurt in a fire at Reef Hall on Saturday.", (16,)),
    ("A fire at Reef Hall on Saturday destroyed the archive of the town.", (16,)),
    ("The ferry Marit sank off Port Alder on Tuesday night, and Mayor Ada Holt said the town had warned Alder Lines in May that its radar "
     "was faulty.", (1, 3)),
    ("A court in Pell acquitted Greta Solheim of fraud, and Tom Ferris defeated Rita van Holt in Sunday's election.", (8, 11)),
)  # fmt: skip


def check(text: str, *numbers: int) -> Checked:
    """What comes of one sentence."""
    return checked([Written(text, numbers)], SOURCES)
