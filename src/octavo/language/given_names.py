"""Given names that nearly always belong to one gender; a name in neither list tells nothing."""

from __future__ import annotations

_FEMALE = """
abigail ada adela adele agnes aisha alejandra alexandra alexandria alice alicia alina alison allison amal amanda amber amelia amina amy
ana anastasia andrea angela angelina anita ann anna annalena anne annette annie antonia april ariana ashley astrid audrey ava barbara
beata beatrice becky belinda bernadette bernice beth bethany betsy betty beverly birgit bonnie brenda bridget brigitte brittany camila
camilla candace carla carly carmen carol carole caroline carolyn carrie catalina catherine cathy cecilia celeste celia charlene
charlotte chelsea cheryl chiara christiane christina christine chrystia cindy claire clara claudia colleen connie constance cristina
cynthia daisy dana daniela daniele danielle debbie deborah debra delia delphine denise diana diane dianne dolores donna dora doris
dorothy edith eileen elaine eleanor elena elif elisa elisabeth elise elizabeth ella ellen elsa emilia emily emma erica erika erin esther
ethel eva evelyn farah fatima fatma faye felicia fiona florence frances francesca frida gabriela gabrielle gail gemma genevieve georgia
georgina geraldine gertrude gina giorgia gisele giulia gladys glenda gloria grace greta gretchen gwen gwendolyn hanna hannah harriet
hazel heather heidi helen helena helene helga hilary hilda hillary holly hope huma ida ilhan imelda ines inga ingrid irena irene irina
iris isabel isabella isabelle ivana ivanka ivy jackie jacqueline jana jane janet janice janine jasmine jean jeanette jeanne jenna
jennifer jenny jessica jill joan joanna joanne jocelyn josefina josephine joy joyce juanita judith judy julia juliana julianne julie
juliet june kamala karen karin karine karla karoline katarina kate katharine katherine kathleen kathryn kathy katie katrina kayla keiko
kelli kelly kellyanne kimberly kirsten kirstjen kristen kristin kristina laetitia laila lara latoya laura lauren laverne leah leila lena
leslie leticia lila lillian lily linda lindsay lisa lois loretta lorraine louise lucia lucy luisa lydia lynn mabel madeleine madeline
mae magdalena maggie maia maja malala manuela marcela marcia margaret margarita margot marguerite maria mariam marian marianne marie
marilyn marina marine marissa marjorie marlene marsha marta martha martina mary maryam matilda maureen maxine maya megan meghan melania
melanie melissa mercedes meredith mia michaela michele michelle mildred milena miranda miriam molly monica monika monique myra myrtle
nadia nadine nancy naomi natalia natalie natasha nichola nicola nicole nikki nina noor nora norma olga olivia opal oprah paige pamela
patricia patsy patti paula paulette pauline pearl peggy penelope penny phoebe phyllis polly priscilla priya quina rachel ramona rania
rebecca regina renata renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sadia sally salma samantha sandra
sanna sara sarah savannah selma serena shannon sharon sheila shelby shelly sherry sheryl shirin shirley silvia simone sofia sonia sophia
sophie stacey stacy stella stephanie stormy sue susan susana susanna susanne suzanne svetlana sylvia tabitha tamara tammy tanya tara
tatiana teresa terri thelma theresa therese theresia tiffany tina toni tonya tracy tricia trudy tulsi ursula valentina valeria valerie
vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney wilma winifred yasmin yolanda yuko yulia yvette yvonne
zahra zainab zelda zoe
"""
_MALE = """
aaron abdul abdullah abel abraham abu adam adnan adolfo adrian ahmad ahmed akira alan albert alberto aldo alec alejandro aleksandr
alessandro alexander alexei alexey alexis alfred alfredo ali alistair allan allen alvin amir anatoly anders andre andreas andrei andres
andrew andrzej andy angelo angus anibal anthony antoine anton antonio antony archie ariel armando arnold arseniy arthur arturo asad asif
austin avi axel ban barack barry bart bashar basil ben benedict benito benjamin benny bernard bernardo bernd bernie bertrand bilal bill
billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan bryant burt byron calvin carl carlo carlos carter
cesar chad charles charlie chester chris christian christoph christopher chuck clarence clark claude clay clayton clifford clint
clive clyde cody colin conor conrad corey cornelius craig curt curtis cyril dale damian damien dan daniel danny dario darrell darren
darryl dave david davis dean dennis denys derek derrick dexter diego dieter dimitri dirk dmitri dmitry dominic don donald douglas drew
duncan dustin dwayne dwight earl ed eddie edgar eduardo edward edwin efraim elias elijah elliot elliott elmer emil emmanuel emmerson
enrique eric erik ernest ernesto ernst erwin ethan eugene evan evgeny fabio fareed farhan federico felipe felix fernando fidel filippo
florian floyd francesco francis francisco franco francois frank franklin franz fred frederic frederick friedrich fritz gabriel gareth
garrett gary gavin gene geoff geoffrey georg george georges gerald gerard gerardo gerhard gerry giancarlo gianni gilbert giovanni
giuseppe glen glenn gordon graham grant greg gregg gregor gregory guido guillermo gunther gus gustav gustavo guy hakan hamid hamza hank
hans harold harry harvey hasan hassan heinrich heinz helmut henri henrik henry herbert herman hiroshi horst howard hugh hugo hussein ian
ibrahim igor ilham imran isaac ismail ivan jack jacob jacques jake jakob jamal james jan janez jared jason javier jay jean-claude
jean-marie jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy jiri joachim joao joaquin joe joel joerg johan johann johannes
john johnnie johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan jules julian julio julius junichiro jurgen justin
kai karim karl keith ken kenji kenneth kent kevin khalid khalil kiril klaus klemens konrad konstantin kurt kyle lamar lance larry lars
laurent lawrence lech lee leon leonard leonardo leonid leroy lester lev lewis liam lindsey lionel lloyd lorenzo lothar lou louis luc
luca lucas luigi luis luiz lukas luke luther lyle lyndon mahmoud malcolm manfred manuel marc marcel marcelo marco marcos marcus mario
mark marko markus marlon marshall martin marvin massimo mateusz mathias matt matteo matthew matthias maurice mauricio maury max maxim
maximilian maxwell mehmed mehmet mel melvin micah michael michel miguel mike mikhail milan miles milo milos milton miroslav mitch
mitchell mitt mohamed mohammad mohammed moises moritz morris moshe muhammad murray mustafa naftali nathan nathaniel neal ned neil nelson
newt nicholas nick nicolai nicolas nigel nikolai nikolas noah norman olaf oleg oleksandr oliver omar orlando osama oscar otto owen pablo
paolo pascal patrick paul paulo pavel pedro percy perry peter petr petro phil philip philippe phillip pier pierre piotr prakash quentin
rafael raghuram rahul raj rajiv ralph ramon randall randy raphael raul ray raymond recep reginald reinhard rene rex rhett ricardo rich
richard rick ricky rob robert roberto rodney rodrigo roger roland roman romano ron ronald ronnie ross roy ruben rudolf rudolph rudy
rufus rupert rush russell ryan salman salvador salvatore sam samuel sanjay santiago saul scott sean sebastian sergei sergey sergio seth
seymour shane shaun shawn shigeru shimon shinzo sidney silvio simon solomon stanislav stanley stefan stefano stefanos stephane stephen
steve steven stewart stuart sundar sven sylvester takeshi tarik tariq taro ted terence terrence terry theo theodor theodore thierry
thomas tim timothy tobias todd tom tomas tommy tony travis trevor trey troy tyler tyrone ulrich uwe vaclav valery vernon vicente victor
viktor vince vincent vitaly vitor vladimir volodymyr walter warren wayne werner wesley wilbur wilfred wilhelm will willem william willie
wim winston wladimir wolf wolfgang woody xavier xi yair yasser yitzhak yoshihide yuri yusuf yves zachary zlatan zoltan
"""
FEMALE = frozenset(_FEMALE.split())
MALE = frozenset(_MALE.split()) - FEMALE
GIVEN = FEMALE | MALE
