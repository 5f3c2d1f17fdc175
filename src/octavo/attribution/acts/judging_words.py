"""Words that blame and words that praise, for cues that only name: "called him a liar", "described the deal as historic"."""

from __future__ import annotations

from octavo.attribution.words.lists import listed

HARSH = listed(
    """
    abomination absurd abuse abusive appalling arrogant awful bad bigot bigoted bigotry bizarre bogus bully chaos cheap cheater
    clown coward cowardly crazy crook crooked cruel damaging dangerous deceitful deceptive deplorable deplorables despicable
    devastating dictator dirty disaster disastrous discriminatory disgrace disgraceful disgusting dishonest disingenuous
    disqualifying disrespectful disturbing divisive dumb egregious embarrassing embarrassment evil extremist fail failed failing
    failure fake false farce fascist flawed fool foolish fraud fraudulent ghastly harmful hateful heartless horrible horrific
    hypocrisy hypocrite hypocritical idiot idiotic ignorant illegal immoral inappropriate incompetent ineffective inexcusable insane
    insensitive insult insulting irresponsible joke liar lie lies loser losers ludicrous lunatic madness mean mess misguided
    misleading misogynist mistake monster naive nasty nightmare nonsense nonsensical nut obscene offensive outlaw outrageous
    pathetic phony poor predator propaganda quack racism racist radical reckless reprehensible repugnant repulsive ridiculous rigged
    sad scam scandal scandalous scary selfish sexism sexist sham shame shameful sick sickening silly slob socialist stain stunt
    stupid terrible terrifying thug toothless toxic tragedy tragic traitor treason troubling ugly unacceptable unamerican
    unbelievable unconscionable unconstitutional undemocratic unfair unfit unhinged unjust unprepared unqualified unstable useless
    vicious vile vulgar weak witch worse worst wrong xenophobic
    """
)

WARM = listed(
    """
    admirable ally amazing beautiful best brave bravest brilliant champion courageous decent excellent exceptional exemplary
    extraordinary fantastic fine friend genius gift good gracious great greatest hero heroes heroic historic honest honorable
    honourable impressive incredible inspiration inspiring invaluable leader magnificent milestone outstanding patriot phenomenal
    qualified remarkable smart splendid strong superb talented terrific tough tremendous triumph trusted visionary wonderful
    """
)
