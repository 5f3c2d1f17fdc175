"""The words that say what kind of speaker a phrase names: people by their roles, groups, bodies, documents."""

from __future__ import annotations

from octavo.attribution.words.lists import listed

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

PERSONS = listed("""
academic accuser activist actor actress adjutant administrator admiral adviser advisor advocate agent aide ally ambassador analyst anchor
anthropologist appointee archaeologist archbishop architect artist assistant astronaut astronomer astrophysicist athlete attorney aunt
author autocrat ayatollah backer bailiff baker banker baron barrister batsman billionaire biochemist bioethicist biographer biologist
bishop blogger boss botanist bowler boxer boy broadcaster broker brother builder businessman businesswoman butcher caller campaigner
candidate captain cardinal cardiologist caretaker carpenter celebrity ceo cfo chair chairman chairperson chairwoman challenger champion
chancellor chef chemist chief chief-of-staff cleaner clergyman cleric clerk climatologist climber co-author co-chair co-founder coach
cofounder colleague colonel columnist comedian comedienne comic commandant commander commentator commissar commissioner commuter composer
comptroller conductor congressman congressperson congresswoman conservative constable consultant contender contestant coo cook coordinator
coroner correspondent cosmologist councillor councilman councilor councilwoman counsel counselor cousin creator criminologist critic cto
curator customer cyclist czar dancer daughter dean defector defendant defender delegate democrat demographer deputy dermatologist designee
designer detective developer dictator diplomat director dissident dj doctor donor driver drummer ecologist economist editor
editor-in-chief electrician emir emperor employee engineer entomologist entrepreneur envoy epidemiologist ethicist ex-husband ex-wife
executive expert explorer farmer father filmmaker financier firebrand firefighter fisherman fisherwoman footballer forward founder
freshman friend front-runner frontrunner fugitive fundraiser general geneticist geographer geologist girl girlfriend goalie goalkeeper
golfer governor graduate grandfather grandmother guard guest guitarist gunman gymnast gynecologist head headmaster heavyweight heir
heiress hero heroine hiker historian hopeful host hostess husband hydrologist icon imam immunologist incumbent independent industrialist
informant inmate insider inspector instructor insurer interpreter interviewer inventor investigator investor jockey journalist judge juror
justice keeper king landlord landowner lawmaker lawyer leader lecturer legend legislator lender liberal libertarian librarian lieutenant
lifeguard linebacker linguist lobbyist magician magistrate magnate major man manager marshal mate mathematician mayor mechanic mediator
medic member meteorologist microbiologist midfielder midwife miner minister model model-turned-actor moderator mogul monk mother
mountaineer movie-maker mullah musician native naturalist negotiator neighbor neighbour nephew neurologist neuroscientist neurosurgeon
newcomer niece nominee novelist nun nurse nutritionist observer oceanographer officeholder officer official ombudsman oncologist operative
organiser organizer ornithologist owner paediatrician painter palaeontologist paleontologist paramedic paratrooper parent parliamentarian
partner passenger pastor pathologist patient patriarch pediatrician pensioner person pharmacist pharmacologist philanthropist philosopher
photographer physician physicist physiologist pilot pitcher plaintiff planner player playwright plumber poet policeman policewoman
politician pollster pope postmaster preacher premier presenter president president-elect priest prime prime-minister prince princess
principal prisoner producer professor progressive promoter prosecutor provost psychiatrist psychologist publicist publisher quarterback
queen rabbi racer radiologist ranger rapper realtor receptionist recruiter referee refugee regulator rep reporter representative
republican researcher resident retiree reverend rival rower runner runner-up running-mate sailor salesman scholar scientist screenwriter
scribe seafarer seaman secretary seismologist senator sergeant sheik sheikh sheriff shopkeeper shopper showrunner singer sister skier
skipper socialist socialite sociologist soldier solicitor son songwriter source speaker speechwriter spokesman spokesperson spokeswoman
sprinter staffer standard-bearer star statesman statistician stepfather stepmother storyteller strategist striker student sultan
superintendent supervisor supporter surgeon survivor suspect swimmer teacher technician technologist teenager tenant theologian therapist
toxicologist trader trainer treasurer trustee tsar tycoon umpire uncle undersecretary urologist veteran vicar vice-chair vice-chairman
vice-president victim villager violinist virologist volcanologist volunteer voter waiter waitress warden whistleblower widow widower wife
winger winner witness woman worker wrestler writer youth zoologist
""")
"""Heads of phrases for one person."""

FEMALE_WORDS = listed("""
actress aunt businesswoman chairwoman comedienne congresswoman councilwoman daughter duchess empress ex-wife girl girlfriend grandmother
heiress hostess lady mother niece nun policewoman princess queen sister spokeswoman stepmother waitress widow wife woman
""")
MALE_WORDS = listed("""
actor archbishop baron boy boyfriend brother businessman cardinal chairman clergyman congressman councilman duke emperor ex-husband
father grandfather husband king man monk nephew policeman pope prince salesman son spokesman stepfather uncle waiter widower
""") - {"actor", "chairman"}

TITLES = listed("""
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

NAMESAKES = listed("""
baker brother butcher carpenter champion chef cook cooks dean farmer forward guard guest guy hero host hunter icon independent keeper
knight legend mason miner native page painter parent partner pilot player poet porter potter priest ranger rector runner sailor scribe
singer skipper son star striker swimmer trader victor waiter warden winner worker youth
""")
"""Of those, what is somebody's name as often as a title where it has a capital: "Dean Holt"."""

ANONYMOUS = listed("""
adviser advisor agent aide analyst attorney aunt boy boyfriend brother caller clerk consultant cousin customer daughter defendant
diplomat doctor donor driver employee ex-husband ex-wife executive expert farmer father firefighter fisherman friend girl girlfriend
grandfather grandmother guard husband informant inmate insider investigator juror lawyer lobbyist manager member mother neighbor
neighbour nephew niece nurse officer official operative owner paramedic parent passenger patient person pilot plaintiff policeman
policewoman pollster priest prisoner prosecutor refugee representative researcher resident shopkeeper sister soldier son source
spokesman spokesperson spokeswoman staffer strategist student supporter surgeon survivor suspect teacher tenant trader uncle victim
visitor voter widow wife witness worker
""")
"""Roles in which several unnamed people may stand in one article: "the official" is the last of them, and else nobody who is named."""

PEOPLE = listed("""
academics activists actors advisers advisors advocates agencies agents aides airlines all allies americans analysts anybody anyone
artists attorneys authorities authors backers banks blacks bloggers both brothers businesses campaigners campaigns candidates catholics
children christians clergy coaches colleagues columnists comedians commentators commissioners companies conservatives consumers
councillors councilors countries critics crowd customers defendants defenders delegates democrats demonstrators detractors diplomats
directors doctors donors dozens each economists editors employees evangelicals everybody everyone executives experts factions families
family fans farmers few firms friends governments governors groups guests hispanics historians hosts hundreds immigrants independents
insiders insurers investigators investors jews journalists judges justices ladies latinos lawmakers lawyers leaders liberals
libertarians lobbyists loyalists managers many mayors media members men migrants millennials ministers most musicians muslims nations
neighbors neighbours networks newspapers no-one nobody nominees none nurses observers officers officials one operatives opponents
organisers organizers others outlets owners parents participants partisans patients people percent plaintiffs players police politicians
pollsters presidents professors progressives proponents prosecutors protesters public pundits refugees relatives reporters
representatives republicans researchers residents respondents rioters rivals sceptics scholars scientists senators several sisters
skeptics soldiers some somebody someone sources speakers speechwriters spokesmen spokespeople staffers states storytellers strategists
students supporters teachers those thousands traders troops unions users utilities veterans victims voters whites who witnesses women
women's workers writers youth
""")
"""Heads of phrases for several people."""

BODIES = listed("""
administration agency airline alliance army association authority bank bloc board body brand broadcaster bureau business cabinet camp
campaign caucus center centre chain chamber charity church city club coalition college commission committee community company conference
congress consortium corporation council country county court delegation department division embassy establishment federation firm force
foundation fund government group guild hospital house institute institution jury kingdom league legislature magazine military ministry
movement museum nation navy network newspaper ngo office opposition organisation organization outlet panel paper parliament party
prosecution publication regime regulator school senate service side site society staff startup state station studio syndicate tank team
think-tank thinktank tribunal union university watchdog website
""")
"""Heads of phrases for a body: "the committee"."""

COMPANIES = listed("boeing facebook google ibm microsoft netflix nintendo samsung sony toyota twitter yahoo")
"""Companies of one word, which are not called after what they make."""

BODY_NAMES = BODIES | COMPANIES | listed("""
academy action affairs agency airlines airways ap assembly associated associates authority aviation bloomberg brigade broadcasting cbs
center chronicle cnn co collaborative corp courier daily digest electric energy enquirer entertainment exchange fbi ferries forum fox
front gazette globe guardian headquarters herald holdings inc industries initiative insurance journal kremlin laboratories labs limited
lines llc ltd mail mirror monitor motors news observer pac partners pentagon politico post pravda press priorities project radio railway
railways republic reserve resorts reuters review securities sentinel shipping software solutions spectator standard steel stores street
studios sun system systems technologies technology telecom telegraph television tennessean times today treasury tribune trust tv vatican
watch week wire world
""")
"""Last words of the names of bodies."""

DOCUMENTS = listed("""
ad ads advertisement amendment analysis article articles assessment audit ballot bill book brief bulletin census chapter charge chart
column complaint constitution contract convention data document documentary documents draft e-mail e-mails editorial email emails
estimate estimates evidence file files filing film findings footage forecast headline headlines index indictment inquiries inquiry
investigation investigations law lawsuit leak letter map memo message movie note op-ed opinion order paper photo photos plan platform
play poll polls post posting presentation proposal questionnaire records release report reports resolution results review rule ruling
rulings show slide song speech statement story studies study submission survey surveys tally tape testimony text transcript treaty tweet
tweets verdict video videos warrant
""")
"""Heads of phrases for what is written, drawn or filmed: it speaks by its description."""

UTTERANCES = listed("""
account accounts ad answer answers argument brief claim claims comment comments conclusion decision e-mail email filing letter memo
memoir memoirs message opinion order position post posting release remark remarks response speech statement statements submission
testimony tweet tweets view views words
""")
"""What is somebody's own saying, so that somebody is the speaker."""

SPEAKERS = PERSONS | PEOPLE | BODIES | DOCUMENTS
"""Heads of all phrases that speak."""
