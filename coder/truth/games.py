"""Games: sentences of sport, in which lands meet, beat and defend without anybody doing anything political."""

from typing import Final

from coder.syntax.parsed import Doc

# Words of play that mean nothing else.
PLAY: Final = frozenset(
    """innings inning wicket wickets batsman batsmen bowler bowlers tailender tailenders seamer seamers spinner
    off-spinner all-rounder wicketkeeper batting bowling lbw overs semifinal semifinals semi-final semi-finals
    quarterfinal quarterfinals quarter-final quarter-finals halftime half-time hat-trick scrum fly-half fullback
    quarterback quarterbacks linebacker shortstop touchdown touchdowns homer homers freestyle steeplechase hurdles
    wimbledon""".split()
)
# Words of sport that also stand in other sentences, "a bomb in the stadium": one of them tells with a word of CONTEST.
SPORTS: Final = frozenset(
    """cup championship championships soccer football tennis rugby cricket golf basketball baseball hockey olympic
    olympics tournament referee referees teammate teammates qualifier qualifiers skiing skier cyclist cycling jockey
    athletics athlete athletes boxing boxer prix footballer footballers cricketer cricketers midfielder midfielders
    goalkeeper goalkeepers sprinter sprinters medallist medallists medalist medalists""".split()
)
CONTEST: Final = frozenset(
    """team teams captain final finals test tests tour club clubs round goal goals title titles win wins won winning
    scored score victory defeat defeated beat beaten seed seeded opponent opponents race races rider lap laps points
    qualifying game games match matches caps striker strikers defender defenders season draw side coach coaches player
    players league squad medal medals champion champions fans stadium heavyweight""".split()
)
# What makes a sentence one of politics or of crime, whatever is played in it.
GRAVE: Final = frozenset(
    """government governments minister ministers ministry president presidents parliament congress senate embassy
    diplomat diplomats diplomatic treaty sanctions boycott boycotts boycotted visa visas refugee refugees asylum border
    peace war nuclear apartheid election elections party parties nations court courts judge prosecutors police army
    military troops soldier soldiers forces security militant militants rebel rebels guerrilla guerrillas gunman gunmen
    terrorism terrorist terrorists bomb bombs bombing bombings missile missiles violence violent killed killing murder
    murdered clashes riot riots rioting hooligan hooligans protest protests protested protesters demonstrators strike
    hostage hostages kidnapped abducted arrest arrested detained detaining detention barred jailed ceasefire cease-fire
    racism racist""".split()
)


def is_game(doc: Doc) -> bool:
    """Whether a sentence is of sport and of nothing else: "Peru took on Chile in the semi-final"."""
    words = {t.lower_ for t in doc.tokens}
    if "-" in words:
        words.update(_joined(doc))
    played = not words.isdisjoint(PLAY)
    if not played:
        sports = words & SPORTS
        played = bool(sports) and (len(sports) > 1 or not words.isdisjoint(CONTEST))
    return played and words.isdisjoint(GRAVE)


def _joined(doc: Doc) -> list[str]:
    """Words that a hyphen joins, which are cut into tokens: "semi-final"."""
    last = len(doc) - 1
    return [doc[t.i - 1].lower_ + "-" + doc[t.i + 1].lower_ for t in doc.tokens if t.text == "-" and 0 < t.i < last]
