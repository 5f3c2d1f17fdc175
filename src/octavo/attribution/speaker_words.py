"""The words that say what kind of speaker a phrase names: people by their roles, groups, bodies, documents."""

from __future__ import annotations


def wordset(text: str) -> frozenset[str]:
    """The words of a list, each once."""
    return frozenset(text.split())


HONORIFICS = {"mr": "he", "mister": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she"}
"""What stands before a surname and tells the gender."""

ABBREVIATIONS = {
    "sen": "senator", "rep": "representative", "reps": "representatives", "sens": "senators", "gov": "governor", "gen": "general",
    "lt": "lieutenant", "col": "colonel", "capt": "captain", "sgt": "sergeant", "adm": "admiral", "maj": "major", "cmdr": "commander",
    "prof": "professor", "dr": "doctor", "rev": "reverend", "hon": "honourable", "atty": "attorney", "det": "detective",
    "supt": "superintendent",
    "pres": "president", "amb": "ambassador", "cpl": "corporal", "pvt": "private", "fr": "father", "msgr": "monsignor", "st": "saint",
    "mr": "mr", "mrs": "mrs", "ms": "ms",
}
"""Short titles and their long forms; a full stop after one ends no sentence."""

PERSONS = wordset("""
academic accuser activist actor actress adjutant administrator admiral adviser advisor advocate agent aide ally ambassador analyst
anchor appointee archbishop architect artist assistant astronaut astronomer athlete attorney aunt author autocrat ayatollah backer
banker baron billionaire biographer biologist bishop blogger boss boxer boy broadcaster broker brother builder businessman businesswoman
caller campaigner candidate captain cardinal ceo cfo chair chairman chairperson chairwoman challenger champion chancellor chef chemist
chief chief-of-staff clergyman cleric climatologist co-author co-chair co-founder coach cofounder colleague colonel columnist comedian
comedienne comic commandant commander commentator commissar commissioner composer comptroller conductor congressman congressperson
congresswoman conservative constable consultant contender contestant coordinator coroner correspondent councillor councilman councilor
councilwoman counsel counselor cousin creator criminologist critic curator customer czar dancer daughter dean defector defendant
delegate democrat demographer deputy designee designer detective developer dictator diplomat director dissident doctor donor driver
economist editor editor-in-chief emir emperor employee engineer entrepreneur envoy epidemiologist ex-husband ex-wife executive expert
explorer farmer father filmmaker financier firebrand firefighter fisherman founder freshman friend front-runner frontrunner fundraiser
general geologist girl girlfriend goalkeeper governor graduate grandfather grandmother guard guest head headmaster heavyweight heir
heiress historian hopeful host hostess husband imam incumbent independent industrialist informant inmate insider inspector instructor
insurer interpreter interviewer inventor investigator investor journalist judge juror justice king landlord landowner lawmaker lawyer
leader lecturer legislator lender liberal libertarian librarian lieutenant lobbyist magician magistrate magnate major man manager
marshal mate mathematician mayor mechanic mediator member meteorologist midfielder midwife minister model moderator mogul monk mother
movie-maker mullah musician native negotiator neighbor neighbour nephew neuroscientist newcomer niece nominee novelist nun nurse
nutritionist observer officeholder officer official ombudsman oncologist operative organiser organizer owner painter parent
parliamentarian partner passenger pastor patient patriarch pediatrician person philanthropist philosopher photographer physician
physicist pilot pitcher plaintiff planner player playwright poet policeman policewoman politician pollster pope postmaster preacher
premier presenter president president-elect priest prime prime-minister prince princess principal prisoner producer professor
progressive promoter prosecutor provost psychiatrist psychologist publicist publisher quarterback queen rabbi rapper realtor
receptionist recruiter referee refugee regulator rep reporter representative republican researcher resident retiree reverend rival
runner-up running-mate sailor salesman scholar scientist screenwriter scribe secretary senator sergeant sheik sheikh sheriff shopkeeper
singer sister socialist sociologist soldier solicitor son songwriter source speaker speechwriter spokesman spokesperson spokeswoman
staffer standard-bearer star statesman statistician stepfather stepmother storyteller strategist striker student sultan superintendent
supervisor supporter surgeon survivor suspect teacher technician technologist teenager tenant theologian therapist trader trainer
treasurer trustee tsar tycoon uncle undersecretary veteran vicar vice-chairman vice-president victim violinist volunteer voter waiter
waitress warden whistleblower widow widower wife winner witness woman worker writer youth zoologist
""")
"""Heads of phrases for one person."""

FEMALE_WORDS = wordset("""
actress aunt businesswoman chairwoman comedienne congresswoman councilwoman daughter duchess empress ex-wife girl girlfriend grandmother
heiress hostess lady mother niece nun policewoman princess queen sister spokeswoman stepmother waitress widow wife woman
""")
MALE_WORDS = wordset("""
actor archbishop baron boy boyfriend brother businessman cardinal chairman clergyman congressman councilman duke emperor ex-husband
father grandfather husband king man monk nephew policeman pope prince salesman son spokesman stepfather uncle waiter widower
""") - {"actor", "chairman"}

TITLES = wordset("""
acting activist actor actress admiral ambassador anchor archbishop assistant associate attorney author bishop candidate candidates
captain cardinal chair chairman chairwoman chancellor chief colonel commander commissioner communications comptroller congressman
congresswoman conservative corporal correspondent crown dame defence defense democrat democratic deputy detective director doctor
economist ex-president executive father finance first foreign former general gop governor honourable house imam independent inspector
interior judge justice king labour lady leader libertarian lieutenant lord major majority managing marshal mayor minister minority miss
mister moderator monsignor mr mrs ms nominee officer opposition pope premier president president-elect prime prince princess private
professor queen rabbi representative reps republican reverend saint secretary senate senator senators senior sens sergeant sheikh
sheriff singer sir sister speaker spokesman spokesperson spokeswoman state superintendent then tory treasurer undersecretary vice whip
""") | frozenset(ABBREVIATIONS)
"""What may stand, capitalised, before a name and is none of it."""

def _stand_ins(lines: str) -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = {}
    for line in lines.strip().splitlines():
        role, *words = line.split()
        for word in words:
            roles.setdefault(word, set()).add(role)
    return {word: frozenset(of) for word, of in roles.items()}


STANDS_FOR = _stand_ins("""
senator lawmaker legislator politician
representative congressman congresswoman lawmaker legislator politician rep
governor politician
president leader incumbent president-elect
minister leader politician
premier leader
prime leader
chancellor leader
king monarch
queen monarch
chairman chair chairwoman leader
judge justice magistrate jurist
justice judge jurist
nominee candidate contender hopeful standard-bearer
candidate nominee contender hopeful
lawyer attorney counsel solicitor
attorney lawyer counsel
spokesman spokesperson
spokeswoman spokesperson
secretary official minister
reporter journalist correspondent writer
anchor journalist host moderator
host moderator anchor presenter
writer author novelist columnist
professor academic scholar researcher
billionaire mogul businessman tycoon magnate
businessman businesswoman entrepreneur mogul
officer policeman policewoman
doctor physician surgeon
adviser advisor aide strategist
strategist adviser operative consultant
economist expert analyst
analyst expert
director chief head filmmaker
chief boss head
actor star
singer star musician
wife widow spouse ex-wife
husband widower spouse ex-husband
ex-wife wife
ex-husband husband
leader chief
general officer
reverend pastor minister
""")
"""A word for a person -> the roles of those whom it may stand for: "the lawmaker" for a senator."""
"""The first word of each holds words that may stand for one who has that role."""

ANONYMOUS = wordset("""
adviser advisor agent aide analyst attorney caller consultant customer diplomat donor driver employee executive expert friend informant
insider investigator juror lawyer lobbyist member neighbor neighbour officer official operative passenger person prosecutor
representative researcher resident source spokesman spokesperson spokeswoman staffer strategist student supporter teacher victim voter
witness worker
""")
"""Roles in which several unnamed people may stand in one article: "the official" is the last of them, and else nobody who is named."""

PEOPLE = wordset("""
academics activists actors advisers advisors advocates agencies agents aides airlines all allies americans analysts anybody anyone
artists attorneys authorities authors backers banks blacks bloggers both brothers businesses campaigners campaigns candidates catholics
children christians clergy coaches colleagues columnists comedians commentators commissioners companies conservatives consumers
councillors councilors countries critics crowd customers defendants defenders delegates democrats demonstrators detractors diplomats
directors doctors donors each economists editors employees evangelicals everybody everyone executives experts factions families fans
farmers few firms friends governments governors groups guests hispanics historians hosts immigrants independents insiders insurers
investigators investors jews journalists judges justices ladies latinos lawmakers lawyers leaders liberals libertarians lobbyists
loyalists managers many mayors media members men migrants millennials ministers most musicians muslims nations neighbors neighbours
networks newspapers no-one nobody nominees none nurses observers officers officials one operatives opponents organisers organizers
others outlets owners parents participants partisans patients people percent plaintiffs players police politicians pollsters presidents
professors progressives proponents prosecutors protesters public pundits refugees relatives reporters representatives republicans
researchers residents respondents rioters rivals sceptics scholars scientists senators several sisters skeptics soldiers some somebody
someone sources speakers speechwriters spokesmen spokespeople staffers states storytellers strategists students supporters teachers
those traders troops unions users utilities veterans victims voters whites who witnesses women women's workers writers youth
""")
"""Heads of phrases for several people."""

BODIES = wordset("""
administration agency airline alliance army association authority bank bloc board body brand broadcaster bureau business cabinet camp
campaign caucus center centre chain chamber charity church city club coalition college commission committee community company conference
congress consortium corporation council country county court delegation department division embassy establishment federation firm force
foundation fund government group guild hospital house institute institution jury kingdom league legislature magazine military ministry
movement museum nation navy network newspaper ngo office opposition organisation organization outlet panel paper parliament party
prosecution publication regime regulator school senate service side site society staff startup state station studio syndicate tank team
think-tank thinktank tribunal union university watchdog website
""")
"""Heads of phrases for a body: "the committee"."""

BODY_NAMES = BODIES | wordset("""
academy action affairs agency airlines airways ap assembly associated associates authority bloomberg brigade broadcasting cbs center
chronicle cnn co collaborative corp courier daily digest enquirer exchange fbi forum fox front gazette globe guardian headquarters
herald inc industries initiative journal kremlin limited llc ltd mail mirror monitor news observer pac partners pentagon politico post
pravda press priorities project radio republic reserve reuters review securities sentinel spectator standard street studios sun system
systems telegraph television tennessean times today treasury tribune trust tv vatican watch week wire world
""")
"""Last words of the names of bodies."""

DOCUMENTS = wordset("""
ad ads advertisement amendment analysis article articles assessment audit ballot bill book brief bulletin census chapter charge chart
column complaint constitution contract convention data document documentary documents draft e-mail e-mails editorial email emails
estimate estimates evidence file files filing film findings footage forecast headline headlines index indictment inquiries inquiry
investigation investigations law lawsuit leak letter map memo message movie note op-ed opinion order paper photo photos plan platform
play poll polls post posting presentation proposal questionnaire records release report reports resolution results review rule ruling
rulings show slide song speech statement story studies study submission survey surveys tally tape testimony text transcript treaty tweet
tweets verdict video videos warrant
""")
"""Heads of phrases for what is written, drawn or filmed: it speaks by its description."""

UTTERANCES = wordset("""
account accounts ad answer answers argument brief claim claims comment comments conclusion decision e-mail email filing letter memo
memoir memoirs message opinion order position post posting release remark remarks response speech statement statements submission
testimony tweet tweets words
""")
"""What is somebody's own saying, so that somebody is the speaker."""
