"""`Discourse`: the actors that a story has named so far, with what later words may call them by."""

from collections.abc import Callable, Iterator
from typing import Final

from coder.mentions import Mention
from coder.naming.genders import gender_of
from coder.naming.noun_classes import ORGANISATION_WORDS
from coder.parties.pronouns import SPEAKING
from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

MAIN, SUBJECT, OTHER = 2, 1, 0
SUBJECT_DEPS: Final = frozenset({"nsubj", "nsubjpass"})
PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
COLLECTIVES: Final = ORGANISATION_WORDS | frozenset(
    """
    military navy police government cabinet congress opposition media militia team side guard guards intelligence
    staff press crowd population public people junta court regime delegation presidency leadership administration
    airline guerrilla resistance mission troops assembly secretariat gendarmerie
    """.split()
)
_TITLES: Final = frozenset("secretary general secretary-general president minister commissioner chief chairman".split())
_ONE_BY_NAME: Final = frozenset({"state", "region", "city", "person", "organisation"})
_SORTS_OF_MANY: Final = frozenset({"state", "city", "region", "organisation", "group", "identity", "thing"})


class Known:
    """Somebody whom the story has named, or a subject that is nobody known and stands in the way of others."""

    __slots__ = ("family", "gender", "mention", "person", "plural", "quoted", "rank", "token", "words")

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        mention: Mention,
        token: int,  # the head, in its sentence
        rank: int,  # MAIN: subject of the sentence or of its saying; SUBJECT: of another clause; OTHER
        person: bool,
        plural: bool,
        gender: str,  # "f", "m" or "" when nothing tells
        words: frozenset[str],  # the words of the phrase, in lower case
        family: int,  # the first of the names that "and" joins it with
        quoted: bool,
    ) -> None:
        """Take the parts."""
        self.mention: Final = mention
        self.token: Final = token
        self.rank: Final = rank
        self.person: Final = person
        self.plural: Final = plural
        self.gender: Final = gender
        self.words: Final = words
        self.family: Final = family
        self.quoted: Final = quoted

    @property
    def code(self) -> str:
        """Give the actor's code, "" for nobody known."""
        return self.mention.actor.code

    @property
    def codes(self) -> tuple[str, ...]:
        """Give all codes of a phrase that names several."""
        return (self.code, *(actor.code for actor in self.mention.others))


class Discourse:
    """What each sentence of a story has named, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.sentences: list[list[Known]] = []
        self._last_words: list[dict[str, list[Known]]] = []  # of each sentence: whose name ends in a word

    def learn(
        self, n: int, doc: Doc, mentions: list[Mention], at: Callable[[int], Mention], quoted: Callable[[int], bool]
    ) -> None:
        """Add the sentence of a number, or what is better known of it by now.

        Args:
            n: its number in the story.
            doc: the sentence.
            mentions: the names and phrases found in it.
            at: gives the mention at a token, with earlier sentences in mind.
            quoted: whether a token stands in a quote.
        """
        heads = dict.fromkeys([m.head for m in _outermost(mentions)] + [t.i for t in _subjects(doc)])
        found: dict[int, Known] = {}
        for head in heads:
            mention = at(head)
            token = doc[head]
            if mention.actor.code or rank_of(token) != OTHER or mention.sort == "person":
                found.setdefault(head, known(mention, token, quoted=quoted(head)))
        here = sorted(found.values(), key=lambda k: k.token)
        self.sentences[n : n + 1] = [here]
        self._last_words[n : n + 1] = [_by_last_word(here)]

    def here(self, n: int, token: int) -> list[Known]:
        """Give those whom a sentence has named before a token."""
        return [k for k in self.sentences[n] if k.token < token] if n < len(self.sentences) else []

    def all_before(self, n: int, token: int) -> list[Known]:
        """Give all whom the story has named before a token of a sentence."""
        return [*(k for sentence in self.sentences[:n] for k in sentence), *self.here(n, token)]

    def called(self, n: int, token: int, name: str) -> list[Known]:
        """Give all with a code before a token of a sentence whose name ends in a word, which is in lower case."""
        earlier = [k for words in self._last_words[:n] for k in words.get(name, ())]
        here = self._last_words[n].get(name, ()) if n < len(self._last_words) else ()
        return [*earlier, *(k for k in here if k.token < token)]

    def near(self, n: int, token: int) -> list[Known]:
        """Give those named before a token in its sentence, or if none are, in the one before."""
        return self.here(n, token) or self.before(n, 1)

    def backwards(self, n: int, token: int, reach: int) -> Iterator[list[Known]]:
        """Give sentence by sentence whom the story has named, from a token back."""
        yield self.here(n, token)
        for back in range(1, reach + 1):
            yield self.before(n, back)

    def before(self, sentence: int, back: int) -> list[Known]:
        """Give what the sentence `back` steps before another has named; nobody, if that has not been read yet."""
        return self.sentences[sentence - back] if 0 <= sentence - back < len(self.sentences) else []


def _by_last_word(known: list[Known]) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for one in known:
        if one.code:
            found.setdefault(one.mention.actor.span.text.rpartition(" ")[2].lower(), []).append(one)
    return found


def known(mention: Mention, token: Token, *, quoted: bool) -> Known:
    """Note what can be told of a mention from its words."""
    words = frozenset(t.lower_ for t in token.doc.tokens[mention.start : mention.end])
    pronoun = token.tag_ in {"PRP", "PRP$"}
    person = token.lower_ in _GENDERS if pronoun else is_person(mention, token)
    plural = bool(mention.others) or (token.lower_ in {"they", "them"} if pronoun else is_plural(mention, token))
    name = frozenset(mention.actor.name.lower().split()) if person and not pronoun else frozenset()
    gender = gender_of(words | name) if not pronoun else _GENDERS.get(token.lower_, "")
    return Known(mention, token.i, rank_of(token), person, plural, gender, words, _family(token), quoted)


_GENDERS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


def is_plural(mention: Mention, token: Token) -> bool:
    """Tell whether a phrase is plural, also where a capital has the tagger take "Rebels" for a name."""
    if token.tag_ in PLURAL_TAGS:
        return token.tag_ == "NNS" or mention.sort not in _ONE_BY_NAME  # "the Philippines" is one, and so is Guterres
    begins = token.i == mention.start or token.doc[token.i - 1].tag_ in {"JJ", "DT", "CD"}
    return mention.sort == "role" and token.tag_ == "NNP" and begins and token.lower_.endswith(("s", "men"))


def is_person(mention: Mention, token: Token) -> bool:
    """Tell whether a mention is a single human being."""
    named = {t.lower_ for t in token.doc.tokens[mention.start : mention.end]}
    if mention.sort == "organisation" and named & _TITLES and token.tag_ != "NN":
        return True  # "UN Secretary-General Ban Ki-moon" stands in the dictionary of the UN
    if mention.sort in _SORTS_OF_MANY or is_plural(mention, token) or mention.kind in {"owned", "place"}:
        return False
    return mention.sort == "person" or (token.lower_ not in COLLECTIVES and lemma(token) not in COLLECTIVES)


def rank_of(token: Token) -> int:
    """Tell how prominent a noun is: subject of the sentence or its saying, of another clause, or neither."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ not in SUBJECT_DEPS:
        return OTHER
    verb = token.head
    main = verb.dep_ == "ROOT" or lemma(verb) in SPEAKING
    while not main and verb.dep_ == "conj":
        verb = verb.head
        main = verb.dep_ == "ROOT"
    return MAIN if main else SUBJECT


def beside(token: Token) -> set[int]:
    """Give the words that share a verb with a noun, its subject among them: they are somebody else.

    "Police fired at them" and "the union condemned the group" speak of two.
    """
    verb = next((a for a in token.ancestors if is_verbal(a)), None)
    if verb is None:
        return set()
    shared = [verb, verb.head] if verb.dep_ in {"conj", "xcomp"} else [verb]
    return {child.i for v in shared for child in v.children}


def _family(token: Token) -> int:
    while token.dep_ == "conj" and token.head.i != token.i and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        token = token.head
    return token.i


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Leave out what stands inside another mention: "Russian" in "Russian troops"."""
    return [one for one in mentions if not any(_holds(other, one) for other in mentions)]


def _holds(other: Mention, one: Mention) -> bool:
    """Whether a mention has all words of another, and more."""
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _subjects(doc: Doc) -> list[Token]:
    subjects = [token for token in doc.tokens if token.dep_ in SUBJECT_DEPS]
    return [t for t in subjects if t.tag_ not in {"WDT", "WP", "EX", "DT"} and is_verbal(t.head)]
