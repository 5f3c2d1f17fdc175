"""Sentences that have no word of their own and are false all the same: cut out of true ones, or put together of their halves."""

from __future__ import annotations

import pytest

from octavo.briefing.checking.checker import Written, checked
from octavo.briefing.checking.given import Given

FALSE = """
Mayor Harald Quist's son was arrested on Friday. > Mayor Harald Quist was arrested on Friday.
The son of Mayor Harald Quist was arrested on Friday. > Mayor Harald Quist was arrested on Friday.
The wife of Mayor Harald Quist was killed in the crash. > Mayor Harald Quist was killed in the crash.
A man who attacked Harald Quist was jailed on Monday. > Harald Quist was jailed on Monday.
The doctor who treated Greta Solheim lost his licence on Monday. > Greta Solheim lost his licence on Monday.
Protesters outside the home of Greta Solheim threw eggs on Monday. > Greta Solheim threw eggs on Monday.
Soldiers loyal to Ivar Brekke shelled the town on Monday. > Ivar Brekke shelled the town on Monday.
A fund run by Ivar Brekke collapsed on Monday, costing 300 jobs. > Ivar Brekke collapsed on Monday, costing 300 jobs.
The company that Harald Quist founded collapsed on Friday. > Harald Quist collapsed on Friday.
Police searching for Anna Berg found a body in the river. > Anna Berg found a body in the river.
Ivar Brekke met the widow of the pilot on Monday in Kelby. > Ivar Brekke met the pilot on Monday in Kelby.
The council's vote on Friday ended months of protest by miners. > The council's vote on Friday ended the miners.
Ada Holt, whose father was jailed for murder, became mayor on Monday. > Ada Holt was jailed for murder.
A rumour that Anna Berg stole the funds spread on Friday. > Anna Berg stole the funds on Friday.
A film about how Anna Berg robbed a bank opened on Friday. > Anna Berg robbed a bank on Friday.
Doctors ruled that Anna Berg had been poisoned by her husband. > Doctors poisoned Anna Berg.
Deputy Mayor Harald Quist resigned on Friday over the dust. > Mayor Harald Quist resigned on Friday over the dust.
Vice President Anna Berg resigned on Friday over the dust. > President Anna Berg resigned on Friday over the dust.
Half of the crew of the ferry died in the storm. > The crew of the ferry died in the storm.
Few residents of Kelby support the plan for the quarry. > Residents of Kelby support the plan for the quarry.
Police killed two of the five men who attacked the bank. > Police killed five men.
All ministers except Anna Berg voted for the budget. > Anna Berg voted for the budget.
Unlike Anna Berg, Harald Quist voted for the budget. > Anna Berg voted for the budget.
Nobody but Anna Berg voted against the budget on Friday. > Anna Berg voted against the budget on Friday.
Three people were injured and one was killed in the blast. > Three people were killed in the blast.
Two men died and five women were hurt in the fire. > Five women died in the fire.
Two men died and five women were hurt in the fire. > Five women and two men died in the fire.
Rescuers saved 40 people after the ferry sank off Kelby. > 40 people sank off Kelby.
Doctors treated 14 people for smoke and sent three to hospital. > Doctors sent 14 people to hospital.
Berg was acquitted of fraud and convicted of theft. > Berg was convicted of fraud.
Berg was acquitted of fraud and convicted of theft. > Berg was convicted of fraud and theft.
Harald Quist voted for the budget and Anna Berg abstained. > Harald Quist and Anna Berg voted for the budget.
Ivar Brekke backed the ban while Ada Holt backed the tax. > Ivar Brekke backed the tax.
Ivar Brekke backed the ban while Ada Holt backed the tax. > Ivar Brekke backed the tax while Ada Holt backed the ban.
Ada Holt won the vote in Kelby but Ivar Brekke won in Pell. > Ada Holt won in Pell.
Schools in Pell closed on Monday and hospitals in Kelby on Tuesday. > Hospitals in Kelby closed on Monday.
Water is safe to drink in Kelby but unsafe in Alder, tests show. > Water is safe to drink in Alder, tests show.
The army freed the hostages and arrested the kidnappers on Monday. > The army arrested the hostages on Monday.
The bill, opposed by Ada Holt, passed the council on Monday. > The bill passed by Ada Holt on Monday.
Anna Berg was beaten by Harald Quist by 300 votes in Kelby. > Anna Berg beat Harald Quist by 300 votes in Kelby.
Rebels took Kelby from the army on Friday. > The army took Kelby on Friday.
The court overturned the conviction of Anna Berg on Friday. > The court upheld the conviction of Anna Berg on Friday.
The bank lost $5 million in 2024 and $2 million in 2025. > The bank lost $2 million in 2024.
The bank lost $5 million in 2024 and $2 million in 2025. > The bank lost $5 million in 2025.
Sales fell 5 percent in Norway and 9 percent in Sweden. > Sales fell 9 percent in Norway.
The toll of the storm rose from 3 to 5 on Friday in Kelby. > The toll of the storm rose to 3 on Friday in Kelby.
"""
TRUE = """
A man who attacked Harald Quist was jailed on Monday. > A man who attacked Harald Quist was jailed.
Deputy Mayor Harald Quist resigned on Friday over the dust. > Harald Quist resigned on Friday.
Half of the crew of the ferry died in the storm. > Half the crew of the ferry died in the storm.
Three people were injured and one was killed in the blast. > Three people were injured.
Harald Quist voted for the budget and Anna Berg abstained. > Harald Quist voted for the budget.
Berg was acquitted of fraud and convicted of theft. > Berg was convicted of theft.
Ada Holt, whose father was jailed for murder, became mayor on Monday. > Ada Holt became mayor on Monday.
The army freed the hostages and arrested the kidnappers on Monday. > The army arrested the kidnappers on Monday.
The bank lost $5 million in 2024 and $2 million in 2025. > The bank lost $5 million in 2024.
Police killed two of the five men who attacked the bank. > Two of the five men who attacked the bank were killed by police.
"""


def pairs(of: str) -> list[list[str]]:
    return [line.split(" > ") for line in of.strip().splitlines()]


def kept(source: str, text: str) -> bool:
    return bool(checked([Written(text, (1,))], [Given(1, source)]).kept)


@pytest.mark.parametrize(("source", "text"), pairs(FALSE))
def test_what_is_cut_so_that_it_says_another_thing_is_dropped(source: str, text: str) -> None:
    assert kept(source, source)
    assert not kept(source, text)


@pytest.mark.parametrize(("source", "text"), pairs(TRUE))
def test_what_is_cut_and_stays_true_is_kept(source: str, text: str) -> None:
    assert kept(source, text)


def test_a_long_sentence_of_one_word_is_looked_at_at_once() -> None:
    text = " ".join(["Brekke met"] * 34) + " Brekke."
    assert kept(text, text)
