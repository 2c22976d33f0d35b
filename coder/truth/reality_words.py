"""Words that tell whether what hangs on them has happened: wishes, allegations, aims, refusals, reports."""

from typing import Final

from coder.syntax.grammar_words import OPEN_MARKS

NO_EVENT_UNDER: Final = frozenset(
    """want wish hope believe think fear expect suspect doubt imagine suppose assume consider propose
    suggest urge ask insist require recommend demand prefer dream intend plan seem appear try fail refuse
    favour favor advocate decline avoid prevent need let allow permit enable authorise authorize
    oblige""".split()
)
# Nouns whose clause is only said, feared or possible: "denied charges that it tortured prisoners".
ALLEGATIONS: Final = frozenset(
    """accusation allegation assertion assumption belief charge claim complaint concern denial doubt fear hint hope
    hypothesis impression insinuation likelihood notion perception possibility prospect risk rumor rumour speculation
    suggestion suspicion theory threat warning worry""".split()
)
# Nouns whose clause says what somebody wants: "rejected a call that they withdraw".
PLEAS: Final = frozenset(
    "appeal call condition demand idea insistence plea proposal recommendation request requirement suggestion".split()
)
# Verbs whose infinitive is done with them.
REALISING: Final = frozenset(
    """begin start continue resume manage proceed succeed get help move go come hasten rush race commence keep set turn
    prompt cause lead spur serve unite gather combine join conspire step vote dare""".split()
)
# What is sent or used to do something has done it, as news tells it: "sent jets to destroy the reactor".
TASKS: Final = frozenset(
    "fight combat battle tackle confront counter".split()
)  # what one is sent for, and may never do
SENDING: Final = frozenset("send dispatch call phone telephone launch conduct use mount".split())
# Whoever does this to a campaign or an operation does what it is for, where that is these.
WAGING: Final = frozenset(
    "order run wage lead direct orchestrate oversee pursue launch conduct mount begin start carry approve".split()
)
UNDERMINING: Final = frozenset(
    """undermine discredit smear destabilise destabilize interfere meddle influence sabotage disrupt weaken intimidate
    harass""".split()
)
# Who comes between others has done what he came for: "moved in to disperse the crowd".
STEPPING: Final = frozenset("step intervene swoop vote exploit".split())
MOVING: Final = frozenset("move wade charge go".split())
# Who is these to do it has done it: "was quick to condemn the raid".
QUICK: Final = frozenset("quick swift prompt fast".split())
SEIZING: Final = frozenset("take use seize grab exploit".split())
CHANCES: Final = frozenset(
    "advantage chance moment occasion opportunity time visit stop speech trip appearance".split()
)
# What is said by whatever else is done: "joined forces to condemn the budget", "took to the streets to demand …".
RISING: Final = frozenset("take rise stand write come go meet gather travel fly phone".split())
# Who calls at somebody's in order to see him has seen him: "stopped in to see the king".
CALLING: Final = frozenset("stop drop pop call look swing come go step".split())
MEETING: Final = frozenset("see meet greet visit consult".split())
TRYING: Final = frozenset("try seem appear fail attempt seek struggle refuse".split())
VOICING: Final = frozenset(
    """condemn denounce deplore criticise criticize protest praise thank congratulate welcome apologise apologize
    urge warn accuse slam blast mock rebuke ridicule deride lambast lambaste applaud cheer hail salute commend laud
    toast""".split()
)
# Passives of saying and knowing, whose infinitive is told as a fact: "is said to have fled"; not "is believed".
TELLING: Final = frozenset("report say confirm know find see hear show reveal".split())
THINKING: Final = frozenset({"think", "believe"})
CLAIMING: Final = frozenset("claim admit confess acknowledge boast".split())
# What is told there has not happened; not "book" or "film", which may be about the world.
INVENTIONS: Final = frozenset(
    "novel play opera musical thriller sitcom comedy comic sequel videogame episode fable".split()
)
SHOWING: Final = frozenset(
    "show tell say depict portray imagine follow describe dramatise dramatize begin open end".split()
)
NEAR_START: Final = 8  # words in which a sentence names what it retells
RANKS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last latest only".split()
)
REFUSING: Final = frozenset(  # their gerund is not done, whatever the lexicon makes of them
    """rule stop oppose halt cease quit veto cancel suspend postpone abandon resist forgo shelve reject exclude call put
    hold""".split()
)
OBJECTS: Final = ("xcomp", "ccomp", "pcomp", "dobj")  # "stopped buying"; not "called a strike, accusing …"
# Verbs that say whether something comes about at all: what they deny has not happened.
COMING_ABOUT: Final = frozenset(
    """happen occur take materialise materialize carry confirm verify prove begin start hold sign reach make deliver
    launch follow go come plan succeed exist be have report announce agree conclude complete finalise finalize ratify
    authorise authorize approve allow permit order expect set schedule discuss consider rule implement""".split()
)
AIMS: Final = frozenset("aim bid hope intention view goal prospect possibility chance risk".split())
# In what these are had or shown, that need not be done: "cooperation in fighting crime", "slow in sending".
LEANINGS: Final = frozenset(
    """ability capability capacity collaboration cooperation coordination delay difficulty effectiveness efficiency
    experience expertise hesitation interest partner partnership reluctance skill slowness speed stake""".split()
)
# What is agreed, or talked of, is still to be done: "an agreement on restructuring its loans".
AGREEING: Final = frozenset(
    "agreement deal accord pact memorandum understanding talk talks negotiation discussion consultation".split()
)
# What is only meant when it is so: "our priority is ending the war".
MEANT: Final = AIMS | frozenset(
    "priority objective purpose task job mission ambition plan idea dream focus challenge option".split()
)
# What is still to come when something hangs on it: "clearance would hinge on a deal with Peru".
DEPENDING: Final = frozenset("hinge depend hang".split())
# Adjectives of acts that have not come about: "discussed possible sanctions against Peru".
CONCEIVED: Final = frozenset(
    "possible potential threatened eventual hypothetical prospective likely feared imminent".split()
)
# What is only thought of when it is called so: "cooperation between Chad and Niger is possible".
NOT_YET_DONE: Final = frozenset(
    """possible impossible desirable likely unlikely necessary unnecessary essential vital conceivable inconceivable
    feasible imminent inevitable advisable premature unthinkable indispensable crucial pointless""".split()
)
ONLY_THOUGHT: Final = ALLEGATIONS | AIMS | frozenset("event case absence".split())  # "in the event of an attack"
UNREAL_PREPOSITIONS: Final = frozenset("without for from against of towards toward instead".split())
PASSING: Final = frozenset({"until", "once"})
# What stands before a clause that only supposes what it tells, or wants it, however the parser hangs these words.
SUPPOSING: Final = (
    "in case",
    "in the event",
    "in the event that",
    "provided",
    "provided that",
    "providing",
    "on condition",
    "on condition that",
    "on the condition",
    "on the condition that",
    "so that",
)
BY_THEN: Final = "by the time"
INVERTED: Final = frozenset({"had", "were", "should"})
TIME_MARKS: Final = OPEN_MARKS | {"when"}
# What stands behind these has happened, whatever becomes of the main clause: "did not react after Iran attacked".
SETTLED: Final = frozenset("after since when while although though despite following".split())
CHOICES: Final = frozenset("choice option alternative".split())  # "had no choice but to leave"
# What reasons are given for, or not, has been done: "gave no reason for expelling the envoy"; not "saw no reason for".
REASONS: Final = frozenset("reason explanation justification motive excuse apology ground".split())
STATING: Final = frozenset("give offer provide cite state disclose reveal issue supply".split())
KNOWING: Final = frozenset("know aware knowledge information report word indication evidence sign confirmation".split())
DENYING: Final = frozenset("deny dismiss reject refute rebut discount".split())
DOUBTING: Final = frozenset("doubt fear suspect".split())  # what others will do is their guess
NO_ONE: Final = frozenset("a an any anyone anybody no nobody none someone somebody whoever those everyone".split())
ANYBODY: Final = frozenset("anyone anybody whoever".split())
PERFECT: Final = frozenset("had has have was were".split())
PRESENT: Final = frozenset(("is", "are", "has", "have"))
# What is seen or kept from doing so, behind which the gerund is the act: "stop the rebels crossing the border".
SEEING: Final = frozenset("see stop prevent keep catch hear watch imagine want like have get block save leave".split())
