"""Nouns that name what a verb tells: "the annulment of the vote" is told by "annul"."""

from typing import Final

from coder.syntax.words import infinitives

# Each line: nouns, then the verb. Forms in "-ing" and "-isation" need no line.
_TOLD: Final = """
abandonment abandon
abolition abolish
acceptance accept
acquisition acquire
acquittal acquit
admission admit
adoption adopt
amendment amend
annexation annex
annulment annul
appointment appoint
bombardment bombard
cancellation cancel
closure close
commutation commute
conclusion conclude
confiscation confiscate
curtailment curtail
declaration declare
decommissioning decommission
demolition demolish
deployment deploy
deportation deport
designation designate
destruction destroy
detention detain
detonation detonate
devaluation devalue
disarmament disarm
disbandment disband
disbursement disburse
disclosure disclose
dismantlement dismantle
dismissal dismiss
dispatch dispatch
dispersal disperse
disqualification disqualify
distribution distribute
donation donate
downgrade downgrade
ejection eject
elimination eliminate
embezzlement embezzle
encirclement encircle
enlargement enlarge
evacuation evacuate
eviction evict
exclusion exclude
execution execute
exemption exempt
exoneration exonerate
expropriation expropriate
extension extend
extermination exterminate
extradition extradite
forgiveness forgive
fortification fortify
imposition impose
imprisonment imprison
incarceration incarcerate
infiltration infiltrate
interception intercept
introduction introduce
invasion invade
liberation liberate
liquidation liquidate
mistreatment mistreat
modification modify
murder murder
mutilation mutilate
nullification nullify
obstruction obstruct
occupation occupy
ouster oust
overthrow overthrow
persecution persecute
postponement postpone
proclamation proclaim
prohibition prohibit
promulgation promulgate
prosecution prosecute
provision provide
purchase purchase
ratification ratify
readmission readmit
recall recall
redeployment redeploy
reduction reduce
reimbursement reimburse
reinstatement reinstate
rejection reject
relaxation relax
release release
relocation relocate
removal remove
renewal renew
reopening reopen
repatriation repatriate
repayment repay
repeal repeal
repudiation repudiate
requisition requisition
rescue rescue
resettlement resettle
restitution return
restoration restore
resumption resume
reversal reverse
revision revise
revocation revoke
sale sell
scrapping scrap
seizure seize
severance sever
shutdown shut
slaughter slaughter
subjugation subjugate
suppression suppress
surrender surrender
termination terminate
torture torture
transfer transfer
upgrade upgrade
vaccination vaccinate
violation violate
withdrawal withdraw
"""
_VERBS: Final[dict[str, str]] = {
    noun: line.split()[-1] for line in _TOLD.strip().splitlines() for noun in line.split()[:-1]
}
_ENDINGS: Final = (("isation", "ise"), ("ization", "ize"))


def verbs_of(noun: str) -> tuple[str, ...]:
    """Give the verbs that may tell what a noun names; none for most nouns."""
    verb = _VERBS.get(noun)
    if verb is not None:
        return (verb,)
    if noun.endswith("ing"):
        return infinitives(noun)
    for ending, verbal in _ENDINGS:
        if noun.endswith(ending):
            return (noun.removesuffix(ending) + verbal,)
    return ()
