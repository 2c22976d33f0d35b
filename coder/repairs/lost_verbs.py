"""Trees in which the parser took the verb of a plain sentence for an adjective: "Sweden [froze aid] to Mali".

A clause whose top is a noun has lost its verb; a past form that stands between two nouns, and that the parser hung on
the second as an adjective, is that verb.
"""

import re
from typing import Final

from coder.repairs.trees import ATTRIBUTES, NAMES, NOUNS, Tree
from coder.syntax.grammar_words import DAYS
from coder.syntax.parsed import Doc, Token

STRONG: Final = frozenset(  # past forms that are never adjectives
    """froze struck shot took gave drew withdrew withheld sent met won lost held sold bought caught fought sought taught
    brought broke chose drove flew rode rose shook spoke stole swore threw tore wore wrote overran overthrew overtook
    oversaw retook began became forgave""".split()
)
# Those of them that are never participles.
_PAST_ONLY: Final = frozenset(
    """froze took gave drew withdrew chose drove flew rode rose shook spoke stole swore threw tore wore wrote overran
    overthrew overtook oversaw retook began became broke forgave""".split()
)
_REGULAR: Final = re.compile(r"[a-z-]+[a-z]ed")
_PAST: Final = frozenset({"VBD", "VBN"})
_CLAUSAL: Final = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "mark"})
_HANGING: Final = frozenset({"prep", "punct", "npadvmod", "advmod", "advcl", "cc", "conj", "relcl"})


def restored(doc: Doc, verb: Token) -> bool:
    """Give a clause its verb back, if this is it and was lost; tell whether it was."""
    tree = _LostVerb(doc)
    if verb.lower_ in _PAST_ONLY and tree.finite(verb):
        tree.written()
        return True
    if not _may_be_lost(verb):
        return False
    found = tree.dead(verb) or tree.verb_of_noun(verb) or tree.verb_between(verb)
    found = found or tree.verb_behind(verb) or tree.verb_behind_day(verb)
    if found:
        tree.written()
    return found


def looks_past(word: str) -> bool:
    """Tell whether a word has the form of a past, or is the "dead" of "shot dead"."""
    return word in STRONG or word == "dead" or (word.endswith("ed") and bool(_REGULAR.fullmatch(word)))


def _may_be_lost(verb: Token) -> bool:
    """Tell whether a word has no verb above it and is none itself: most are told apart by this alone."""
    if verb.lower_ == "dead":
        return verb.dep_ != "ROOT" or verb.tag_ != "VBD"
    if verb.dep_ == "ROOT":
        return verb.tag_ != "VBD" and any(c.dep_ == "nsubj" for c in verb.children)
    if verb.dep_ in ("acl", "relcl"):
        before = verb.doc[verb.i - 1]
        aside = before.text == "," or before.lower_ in DAYS
        return verb.tag_ in _PAST and aside and _top(verb.head) is not None
    return verb.head.i >= verb.i and _top(verb.head) is not None


class _LostVerb(Tree):
    """A tree that finds the verb which its parser lost."""

    def finite(self, verb: Token) -> bool:
        """Mend "Soldiers led by a colonel [overthrew] the king", where the colonel seemed to be overthrown."""
        top = next((a for a in verb.ancestors if a.dep_ == "ROOT"), verb)
        if verb.dep_ != "acl" or top.tag_ not in NOUNS or top.i > verb.i or _has_verb(top, verb):
            return False
        self.make_verb(verb, top)
        for child in top.children:
            if child.i > verb.i or child.dep_ == "punct":
                self.hang(child, verb, child.dep_)
        self.hang(top, verb, "nsubj")
        return True

    def dead(self, dead: Token) -> bool:
        """Mend "a sniper [shot] dead the minister", where the shot was read as a noun."""
        shot = self.doc[dead.i - 1]
        struck = [c for c in dead.children if c.dep_ == "dobj"]
        if dead.lower_ != "dead" or shot.lower_ != "shot" or not struck:
            return False
        doer = next((c for c in shot.children if c.dep_ in ATTRIBUTES and c.i == shot.i - 1), None)
        if doer is None:
            return False
        self.make_verb(shot, dead)
        self.hang(doer, shot, "nsubj")
        self.name(doer, shot)
        self.hang(dead, shot, "oprd")
        for child in dead.children:
            if child.i > dead.i:
                self.hang(child, shot, child.dep_)
        return True

    def verb_of_noun(self, verb: Token) -> bool:
        """Tell that what has a subject and an object is a verb, whatever its tag: "Islamic State overran Mosul"."""
        relations = {c.dep_ for c in verb.children}
        if verb.dep_ != "ROOT" or not {"nsubj", "dobj"} <= relations:
            return False
        self.tags[verb.i] = "VBD"
        return True

    def verb_between(self, verb: Token) -> bool:
        """Mend "Mauritania [outlawed] slavery": the verb between two nouns of a clause that has no other."""
        thing = verb.head
        before = self.doc[verb.i - 1]
        if before.text == "-" and verb.i > 2 and self.doc[verb.i - 2].head.i == verb.i:  # noqa: PLR2004
            before = self.doc[verb.i - 3]  # "soldiers gang-raped women"
        top = _top(thing)
        named = before.tag_ in NOUNS or (before.i == 0 and before.text.istitle() and before.tag_ == "JJ")
        if verb.dep_ != "amod" or thing.i < verb.i or top is None or _has_verb(top, verb):
            return False
        if not named and not (before.text == "," and (_told_of(top, before) or _is_aside(top, before))):
            return False
        doer = top if top.i < verb.i else _doer(verb, thing, before)
        if doer is None:
            return False
        self.make_verb(verb, top)
        for child in [c for t in {top.i: top, thing.i: thing}.values() for c in t.children]:
            self._share_out(child, verb, doer, thing)
        self.hang(doer, verb, "nsubj")
        self.hang(thing, verb, "dobj")
        if doer.tag_ not in NOUNS:
            self.tags[doer.i] = "NNP"
        self._name_left(before, doer)
        return True

    def verb_behind(self, verb: Token) -> bool:
        """Mend "Sudan, where the rains are late, [called] on Chad to help", where the verb seemed an attribute."""
        top, before = verb.head, self.doc[verb.i - 1]
        if verb.dep_ != "acl" or verb.tag_ not in _PAST or top.dep_ != "ROOT" or top.tag_ not in NOUNS:
            return False
        if before.text != "," or not _is_aside(top, before):
            return False
        if verb.tag_ == "VBN" and not (top.tag_ == "NNP" and _told_of(top, before)):
            return False  # "a boat, a small one, found off Chad"
        self.make_verb(verb, top)
        self.hang(top, verb, "nsubj")
        return True

    def verb_behind_day(self, verb: Token) -> bool:
        """Mend "the Red Cross on Monday [called] upon Peru to act", where the call seemed to say which Red Cross."""
        top, day = verb.head, self.doc[verb.i - 1]
        if top.dep_ != "ROOT" or top.tag_ not in NAMES or day.lower_ not in DAYS or day.dep_ != "pobj":
            return False
        if top.right_edge.i < verb.i or any(c.dep_ in _CLAUSAL for c in verb.children):
            return False
        self.make_verb(verb, top)
        self.hang(top, verb, "nsubj")
        for child in top.children:
            if child.i > verb.i:
                self.hang(child, verb, child.dep_)
        return True

    def _share_out(self, child: Token, verb: Token, doer: Token, thing: Token) -> None:
        """Hang what hung on the nouns where it belongs: before the verb on the doer, behind the object on the verb."""
        if child.i in (verb.i, doer.i, thing.i):
            return
        if child.i < verb.i and child.head.i == thing.i and child.dep_ in ATTRIBUTES:
            self.hang(child, doer, child.dep_)
        elif child.i > thing.i and (child.dep_ == "punct" or child.head.i == doer.i) and child.dep_ in _HANGING:
            self.hang(child, verb, child.dep_)

    def _name_left(self, before: Token, doer: Token) -> None:
        """Hang the name before the verb where it belongs: "hackers from [Pakistan]"."""
        if before.i == doer.i or before.head.i < before.i:
            return
        if self.doc[before.i - 1].tag_ == "VB":
            self.hang(before, self.doc[before.i - 1], "dobj")  # "the threat to attack [Chad] alarmed Kenya"
            return
        if any(c.dep_ == "cc" and c.i < before.i for c in doer.children):
            self.hang(before, doer, "conj")  # "rebels and the [SDF] traded fire"
            return
        preposition = next((t for t in reversed(self.doc.tokens[: before.i]) if t.dep_ == "prep"), None)
        if preposition is not None and doer.i <= preposition.i:
            self.hang(before, preposition, "pobj")


def _top(token: Token) -> Token | None:
    """Give the noun at the top of a token's clause; None where a verb stands there.

    An infinitive that only says which decision or refusal is meant is no such verb.
    """
    while token.dep_ not in ("ROOT", "ccomp", "parataxis") and token.head.i != token.i:
        token = token.head
        if token.tag_.startswith("VB") and token.dep_ != "amod" and not _says_which(token):
            return None
    return token if token.tag_ in NOUNS else None


def _says_which(verb: Token) -> bool:
    """Tell whether an infinitive belongs to a noun: "the refusal [to free] the men angered Sudan"."""
    return verb.dep_ == "acl" and verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _told_of(top: Token, comma: Token) -> bool:
    """Tell whether a comma closes a relative clause on a noun: "Fujimori, who shut Congress, [imposed] censorship"."""
    return any(c.dep_ == "relcl" and c.right_edge.i == comma.i - 1 for c in top.children)


def _is_aside(top: Token, comma: Token) -> bool:
    """Tell whether a comma closes what another one opened right behind a noun: "Sudan, a poor country, [sent] aid"."""
    behind = top.doc.tokens[top.i + 1 : comma.i]
    inside = behind[1:]
    return len(inside) > 1 and behind[0].text == "," and all(t.text != "," for t in inside)


def _has_verb(top: Token, apart: Token) -> bool:
    """Tell whether a clause has a finite verb of its own besides, not counting what the clauses inside it have."""
    aside = {t.i for c in top.subtree if _is_inside(c, top, apart) for t in c.subtree}
    aside.update(c.i for c in top.children if c.dep_ == "conj" and c.i > apart.i)
    finite = (t for t in top.subtree if t.i != apart.i and t.i not in aside)
    return any(t.tag_ in {"VBZ", "VBP", "MD", "VBD"} for t in finite)


def _is_inside(clause: Token, top: Token, apart: Token) -> bool:
    """Tell whether a clause is a relative one before the verb, or one behind it that a word opens: "when …"."""
    if clause.dep_ == "relcl" and clause.head.i == top.i and clause.right_edge.i < apart.i:
        return True
    if clause.dep_ not in ("relcl", "advcl", "acl") or clause.left_edge.i < apart.i:
        return False
    return any(c.tag_ in ("WRB", "WDT", "WP", "IN") and c.dep_ in ("advmod", "mark", "nsubj") for c in clause.children)


def _doer(verb: Token, thing: Token, before: Token) -> Token | None:
    """Give the noun before the verb: a subject of either, else the name right before the verb."""
    left = [c for t in (verb, thing) for c in t.children if c.i <= before.i]
    subject = next((c for c in left if c.dep_ == "nsubj"), None)
    return subject or next((c for c in left if c.i == before.i), None)
