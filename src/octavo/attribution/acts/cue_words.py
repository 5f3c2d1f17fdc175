"""What each word of a cue does: its act.

Words are in their plain form: verbs ("deny"), nouns ("denial") and adjectives ("sceptical") together, as a cue's word in any form is
brought to the one that stands here. What depends on the words after it ("called for", "called him a liar") is in `cue_phrases`.
"""

from __future__ import annotations

from octavo.analysis import Act
from octavo.attribution.words.lists import listed

_BY_ACT: dict[Act, str] = {
    "say": """
        accept according accordingly account acknowledge acknowledgment add address admission admit affirm agree agreement air
        allude announce announcement answer apologise apologize apology argue argument articulate assert assertion attest avow
        boast brag brand brief broadcast call cast chant characterise characterize cite claim clarify comment compare concede
        concession conclude conclusion confide confirm confirmation contend contention continue convey cover decide decision
        declaration declare depict describe description detail determine dictate disclose discuss divulge document dub echo
        elaborate email emphasise emphasize equate exclaim explain explanation express find finding hear highlight hint imply
        indicate indication inform insist joke label lay liken list maintain mean mention message muse mutter name narrative
        note notify observe opine paint point portray post proclaim profess pronounce publish purport quip quote read reaffirm
        recall recite recount refer reference regret reiterate relate release remark remember remind repeat reply report
        reportedly respond response retweet reveal revelation rule ruling say share shout show signal signify sing speak state
        statement stipulate story stress suggest talk tell term testify testimony tweet unveil voice whisper word words write
        yell
    """,
    "deny": """
        denial deny disavow disavowal disclaim rebuff recant renounce repudiate retract
    """,
    "dispute": """
        balk block bristle challenge contest contradict counter debunk defy disagree disagreement disbelieve discount discredit
        dismiss dismissal dispute doubt downplay object objection opponent oppose opposition pooh-pooh protest protester
        pushback question quibble rebut rebuttal refute reject rejection resist resistance sceptical scepticism skeptical
        skepticism spar thwart undercut undermine veto
    """,
    "warn": """
        alarm alert caution cautionary forewarn threat threaten warn warning
    """,
    "accuse": """
        accusation accuse allegation allege allegedly blame charge fault implicate incriminate indict indictment lawsuit sue
    """,
    "promise": """
        assurance assure commit commitment guarantee oath pledge promise swear vow
    """,
    "demand": """
        advocate agitate appeal ban bar beg beseech clamor command compel demand direct encourage entreat exhort forbid force
        implore insistence instruct lobby mandate need order persuade petition plea plead press pressure prod prohibit push
        request require requirement restrict seek subpoena summon urge want wanted
    """,
    "propose": """
        advice advise aim appoint counsel float intend intention invitation invite mull nominate nomination nominee offer
        outline pitch plan promote proposal propose recommend recommendation strategy
    """,
    "believe": """
        anxious appear assume assumption belief believe certain concern concerned confidence confident consider conviction
        convince convinced deem doubtless estimate evidently fear feel feeling guess idea imagine impression interpret judge
        know learn mindset notion obvious opinion perceive perception realise realize reckon recognise recognize regard see seem
        seemingly sense speculate speculation sure surmise suspect suspicion theory think thought treat trust understand
        understanding view worried worrisome worry
    """,
    "expect": """
        anticipate anticipation await bet eager envision expect expectation forecast foresee hope hopeful hopefully likely
        optimistic poised predict prediction prognosticate project projected projection prophesy prospect wish
    """,
    "ask": """
        ask enquire inquire inquiry query wonder
    """,
    "praise": """
        admiration admire admirer adore applaud appreciate appreciation approval approve back backer backing celebrate champion
        cheer commend compliment congratulate credit defend embrace endorse endorsement enjoy esteem extol favor favorite favour
        favourite fond glorify grateful gratitude hail heart honor honour laud like love praise prefer preference proud respect
        revere salute support supporter supportive thank toast tout tribute uphold vouch welcome
    """,
    "criticise": """
        abhor admonish anger angered angry appalled assail attack backlash barb bash belittle bemoan bemoaning berate blast boo
        carp castigate censure chastise chide complain complaint condemn condemnation critical criticise criticism criticize
        critique decry demonize denounce denunciation deplore deride despise detest diatribe ding disapproval disapprove disdain
        disgusted dislike disparage excoriate fume furious gripe grouse grumble hammer hate heckle hit hostile impugn insult ire
        jab jeer knock lambast lambaste lambasted lament lash loathe malign mock offend offended outrage outraged pan pillory
        rail rant rebuke reprimand resent resentment ridicule rip roast savage scold scorn seethe skewer slam slap smear sneer
        target taunt tirade trash troll unhappy upbraid vilify
    """,
}

ACT_OF: dict[str, Act] = {word: act for act, words in _BY_ACT.items() for word in words.split()}
"""The act of a word in its plain form."""

WEAK = listed("appear eager favorite favourite look obvious poised seek seem seemingly sense story strategy try word words")
"""Words that say what a cue does only where no other does: "seemed to suggest" suggests."""

REPORTING = listed("acknowledge add admit announce argue claim declare explain insist note reply report respond say state tell tweet write")
"""After these a pronoun begins what was said: "said he believes" says."""

REFUSING = listed("decline refusal refuse")
"""They negate a verb that follows, and deny where none does."""

SHORTFALLS = listed("avoid cannot fail forget hesitant lack loath neglect reluctant unable unwilling")
"""They negate what follows, and are a statement not made where nothing does."""

SILENCE = listed("conceal coy hide ignore mum omit silent withhold")
"""A statement not made."""

NEGATIONS = listed("cannot neither never no nobody none nor not nothing nowhere without")

NO_NEGATION = listed(
    """
    alone cease doubt end except forget hesitate just merely mince only shy simply stop surprise surprisingly tire unlike waver
    """
)
"""After a negation they take it back: "never stopped asking", "not only said", "no doubt"."""

PLAIN_VERBS_ONLY_INFLECTED = listed("back bar direct like pan press project target")
"""Words that are something else where they stand in their plain form behind another: "shot back", "a press conference"."""

LIGHT = listed(
    """
    be bring come convey deliver draw express face get give have hold issue launch level make offer raise receive share show voice
    """
)
"""Verbs whose act is that of the noun behind them: "expressed concern", "offered praise"."""

NAMING = listed("brand call cast characterise characterize compare deem depict describe dub equate label liken paint portray refer term")
"""Verbs that say what something is: praise or criticism is in the words they say it with."""
