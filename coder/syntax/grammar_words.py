"""The word lists of the grammar, and its names of relations and classes; the lexicon's words stand in the lexicon."""

from typing import Final

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
ARGUMENTS: Final = SUBJECTS | {"dobj"}
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})
# Verbs whose infinitive belongs to the subject although they have an object ("promised Iran to leave").
SUBJECT_CONTROL: Final = frozenset("promise threaten vow pledge use need take undertake swear spend".split())
# Who judges what was done; those of OBJECT_BLAME only charge somebody with it.
JUDGING_WORDS: Final = frozenset(
    """praise thank condemn criticize criticise commend fine punish denounce slam fault hail applaud
    congratulate reward rebuke chide scold lambaste lambast sanction penalise penalize censure reprimand blast
    savage berate castigate pillory lash admonish upbraid salute laud forgive""".split()
)
# Verbs whose "of/for + -ing" belongs to the object: "accused X of stealing".
OBJECT_BLAME: Final = JUDGING_WORDS | frozenset(
    """accuse suspect blame convict charge warn prevent stop stopped prohibit ban discourage dissuade arrest
    detain jail sentence indict acquit honor honour prosecute try sue find blacklist designate expel deport suspend
    dismiss sack fire execute hang imprison decorate attack assail hammer deride ridicule mock absolve excuse
    pardon taunt""".split()
)
# Who calls something by a name may say the name first: "dismissed as absurd the claims of …".
LABELLING: Final = frozenset(
    """dismiss reject denounce condemn describe brand hail slam criticize criticise welcome characterize characterise
    ridicule decry deplore praise mock deride label""".split()
)
BLAME_PREPOSITIONS: Final = frozenset(
    "of for from with over about against into in on".split()
)  # "for helping", not "before leaving"
# Who is seen doing something does it: "was caught by police trying to break in".
CATCHING: Final = frozenset("catch see spot find observe photograph film watch hear surprise notice".split())
# Of whom some are named who do what all of them do: "Iran is among the countries that …".
COUNTED: Final = frozenset(
    """country nation state government power ally group party organisation organization those one politician leader
    lawmaker official minister member""".split()
)
# What is given to somebody for what he did: "expressed gratitude to Chile for hosting the talks".
GRATITUDE: Final = frozenset(
    """gratitude thank thanks appreciation praise tribute congratulation credit blame criticism anger condemnation
    finger""".split()
)
# Who does so at somebody does it for what that one did: "lashed out at Chad for shelling the port".
RAILING: Final = frozenset("lash hit rail rage fume snap snipe".split())
# Who is so to somebody is so for what that one did: "was grateful to Chile for hosting the talks".
GRATEFUL: Final = frozenset("grateful thankful indebted angry furious".split())
TO_WHOM: Final = frozenset("to on at with".split())
# What falls on somebody for what he did: "slapped sanctions on a bank for financing …".
PENALTIES: Final = frozenset("sanction penalty fine embargo restriction tariff curb charge ban".split())
# "bombed the town in support of the rebels": what the doer of the verb does besides.
JOINED_ACTS: Final = frozenset(
    """support solidarity coordination cooperation collaboration conjunction consultation partnership concert defiance
    rebuff snub rebuke warning appeal apology concession ultimatum tribute""".split()
)
# What is said or written: its participle tells what its maker does ("a letter demanding …").
UTTERANCES: Final = frozenset(
    """address affidavit announcement appeal article bill brief broadcast comment communique communiqué complaint
    declaration decree decision document edict editorial email fatwa indictment injunction lawsuit leaflet letter
    manifesto measure memo memorandum message motion note notice order petition placard plea post proclamation
    proposal protest rally ratification remark report resolution response ruling sermon speech statement subpoena
    suit summons text transmission tweet ultimatum verdict video vote warrant warning writ""".split()
)
# What those do with words whose words they are ("adopted a resolution condemning …"), not those who hear them.
ISSUING: Final = frozenset(
    """adopt agree air approve back broadcast circulate cosponsor deliver distribute draft enact endorse file give hand
    hold introduce issue join launch lead lodge make organise organize pass post present propose publish put ratify
    read record release run send sign sponsor stage submit support table tweet unveil vote write""".split()
)
# Participles behind an act that name its doer, with the preposition before the doer.
MAKERS: Final = dict.fromkeys(
    """claim stage launch mount conduct perpetrate commit carry lead order orchestrate mastermind plot organize
    organise undertake wage execute convene host chair broker mediate sponsor hold call initiate""".split(),
    "by",
) | {"blame": "on", "attribute": "to", "pin": "on", "ascribe": "to"}
# Also as main verbs: "the attack was blamed on rebels".
LAID_ON: Final = frozenset({"blame", "attribute", "pin", "ascribe"})
# Verbs whose participle says where its subject stands, not what befell it: "Georgia is opposed to the plan".
STANCES: Final = frozenset("oppose commit determine prepare resolve incline dedicate dispose".split())
# Participles that only say which of two a name is: "against visiting Prince X".
ATTRIBUTES: Final = frozenset(
    "visit rule oppose war neighbor neighbour sit govern outgo incom incoming outgoing".split()
)
# Of what there are several in a row: what stands behind is said of each of them ("a wave of raids by rebels").
SERIES: Final = frozenset(
    """wave waves spate series string spree rash flurry barrage bout chain succession torrent campaign round rounds
    number day days week weeks dozens scores""".split()
)
# In what something is said to somebody: "apologised in a letter to the king".
LETTERS: Final = frozenset("letter letters message note cable telegram email memo missive".split())
# "sent troops on a mission": what for, not against whom.
ERRANDS: Final = frozenset("mission visit trip tour eve".split())
VISITS: Final = frozenset("visit trip tour stopover pilgrimage".split())
PACTS: Final = frozenset("accord agreement armistice ceasefire deal pact treaty truce".split())
STAGES: Final = frozenset("start end beginning close conclusion opening day outset leg climax".split())
# Verbs whose object goes on the visit, not their doer: "sent an envoy on a visit to Chad".
SENDING: Final = frozenset(
    """send dispatch invite take receive welcome host arrest detain kill shoot attack ban bar stop prevent join
    assassinate assault kidnap abduct wound injure jeer greet order protest allow let fly""".split()
)
# Nouns whose clause needs no "that" to say what is hoped or feared.
ATTITUDES: Final = frozenset(
    "hope fear doubt concern confidence optimism pessimism belief expectation suspicion allegation accusation".split()
)
# "called the president a murderer": the second noun is no party.
NAMING: Final = frozenset("call dub label term".split())
# Nouns that sum up the clause before them: "expelled him, a step that …".
MOVES: Final = frozenset("move step decision measure action gesture act ruling".split())
CALLING: Final = frozenset("call phone telephone ring write email cable visit".split())
# Nouns whose infinitive says what is asked for or offered, wherever the parser hangs it.
REQUESTS: Final = frozenset(
    """appeal bid call demand invitation offer order plan plea pledge pressure promise proposal request
    suggestion""".split()
)
# What is undertaken: its infinitive is done by whoever undertakes it ("began an operation to encircle the town").
ENDEAVOURS: Final = frozenset(
    """advance assault attempt bid campaign counteroffensive drive effort mission offensive operation push raid struggle
    sweep""".split()
)
# What is said of something: who says it may stand behind that: "accusations of treason from Chad".
SAYINGS: Final = frozenset("accusation allegation charge threat warning offer promise pledge complaint claim".split())
# What one does from somewhere: "a threat of withdrawal from Chad" is not Chad's.
LEAVING: Final = frozenset("withdrawal retreat departure return release exit pullout secession theft".split())
WITH_INFINITIVE: Final = REQUESTS | ENDEAVOURS  # nouns whose infinitive belongs to their owner
# Verbs that say little without their infinitive, which an aside in commas may part from them.
CONSENTING: Final = frozenset(
    "agree refuse decline promise pledge vow threaten decide offer consent undertake gear".split()
)
# What a headline says befell somebody, with no "was": "ten rebels killed in Chad".
BEFALLING: Final = frozenset(
    """abduct acquit arrest behead charge convict deliver deport detain donate evict execute expel free hang hold hurt
    imprison indict injure jail kidnap kill release rescue send sentence stab wound""".split()
)
BEHIND_BEFALLEN: Final = frozenset(
    "in to over for after by near at from outside during amid as following . ; ,".split()
)
MEETING_PREPOSITIONS: Final = ("at", "in", "during", "after", "following")
MEETINGS: Final = frozenset(
    """battle briefing call clash conference consultation contact conversation deal dialogue dinner discussion dispute
    encounter exchange fighting interview lunch meeting negotiation row session summit talk talks truce visit""".split()
)
DASHES: Final = frozenset("-–/")  # between two names
WHEN: Final = frozenset("as when after".split())  # before a clause that says when: "were killed [when] …"

# What two have with each other that are joined before it: "the Thai-Lao talks"; no conflict, which is there all along.
SHARED_ACTS: Final = (MEETINGS | PACTS) - {"dispute", "row", "battle", "visit", "interview", "briefing"} | frozenset(
    """bargaining cooperation drill exercise firefight gunfight hostility parley peace-talk skirmish shootout swap
    teleconference wargame""".split()
)
# What two have with each other when one of them says something to the other in it.
CONVERSATIONS: Final = frozenset("call conversation meeting talk phonecall videocall".split())
ADDRESSING: Final = frozenset(
    "tell urge ask warn assure inform promise press thank congratulate remind invite implore brief caution".split()
)
# What is to come where something is told "before" it.
COMING: Final = MEETINGS | frozenset(
    """election vote referendum poll ballot deadline anniversary inauguration trip game tournament festival holiday
    trial hearing expiry departure arrival""".split()
)
# What two sides do when they meet, without being named as those who do it: "a truce was agreed in talks between …".
SETTLING: Final = frozenset("agree sign reach negotiate conclude seal initial settle decide finalize finalise".split())
ASKED_FOR: Final = frozenset(
    "request invitation behest insistence urging bidding".split()
)  # "came at the request of": the comer was asked
# "won with the help of": the helpers help who won.
HELP: Final = frozenset("aid assistance backing help support".split())
# Participles that say who did it ("U.S.-led strikes", "a Saudi-imposed blockade"), as "backed" or "brokered" do not.
OWNING: Final = frozenset(
    """led imposed inflicted ordered run engineered staged launched initiated orchestrated directed commanded mandated
    declared decreed perpetrated spearheaded instigated waged enforced executed""".split()
)
# Prepositions before those at whom an act is aimed, and verbs before which they say who did it or what was added.
AIMED: Final = frozenset("on against into to toward towards with upon".split())
BLAMING: Final = frozenset(
    "blame pin impose put extend add apply limit link tie connect compare liken base focus".split()
)
DAYS: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. sept""".split()
)
DAY_PARTS: Final = frozenset("morning afternoon evening night noon dawn midnight".split())
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs that stand in a clause of their own
MEANWHILE: Final = frozenset(("as", "while", "though", "although"))  # before what others do at the same time
OPEN_MARKS: Final = frozenset("until once unless if whether".split())
CONDITIONAL_MARKS: Final = frozenset("if unless whether lest".split())
HYPOTHETICAL_MODALS: Final = frozenset("may might could can ca".split())
TIMES: Final = DAYS | frozenset("second minute hour day week month year morning night evening weekend time".split())
# What comes of an attack, and the verbs of those who only speak of it or look into it.
HARMING: Final = frozenset("kill wound injure maim destroy damage leave displace".split())
LOOKING: Final = frozenset(
    """investigate probe condemn denounce mourn report describe recall announce confirm blame study examine review
    protest criticise criticize deplore discuss survive witness""".split()
)
# "…, saying it would": such a participle behind a comma belongs to the speaker of the whole sentence.
TELLING: Final = frozenset(
    """accuse add allege argue assert blame call cite claim complain condemn criticise criticize demand denounce
    describe dismiss emphasise emphasize insist label note quote recall say stress suggest tell urge vow warn""".split()
)
MODALS: Final = {
    "will": "will",
    "'ll": "will",
    "wo": "will",
    "shall": "will",
    "would": "would",
    "'d": "would",
    "must": "must",
    "should": "should",
    "ought": "should",
}
NEAR: Final = 3  # tokens between verbs that share one object: "attacked and occupied the town"
ADJUNCTS: Final = frozenset(
    "adv after before while without by since despite besides amid following when upon through".split()
)
