"""`Doc` and `Token`: a parsed sentence as plain Python values, which are read hundreds of times each.

The names of the attributes are spaCy's, and so are their values; spaCy's own objects look each of them up anew every
time they are asked, which would cost more than the parse.
"""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct

from coder.remembering import remember
from coder.types import TextSpan
from coder.values import value


class Asked:
    """What a lexicon may ask of a word: its signs, kept with the word for whoever has the same lexicon."""

    __slots__ = ("signs", "signs_of")

    def __init__(self, signs: tuple[str, ...], signs_of: dict[str, tuple[str, ...]]) -> None:
        """Take the signs, and the lexicon's own table of them."""
        self.signs: Final = signs
        self.signs_of: Final = signs_of


@value(frozen=False, slots=True)
class Word:
    """What a word is whatever stands around it, e.g. ``Word("Axes", "axes", "axes", "NNS", "NOUN", "axis", "axe")``."""

    text: str
    lower: str
    normal: str  # as the lexicon compares words: `coder.syntax.words.normal`
    tag: str  # Penn Treebank
    pos: str  # Universal
    lemma: str  # the language model's
    lexical: str  # the lexicon's, unless the word is a gerund or cut at a hyphen: `coder.syntax.words.lemma`
    blank: bool = False  # only white space
    asked: Asked | None = field(default=None, repr=False, compare=False)  # found out by whoever asks first


_NUMBERS: Final[dict[str, bool]] = {}  # words, and whether they are numbers
_MOST: Final = 16_384  # words remembered
_MAY_HEAD_CLAUSES: Final = ("AUX", "NOUN")  # besides verbs


class Token:
    """One token of a `Doc`; `head` is the token itself where it has no governor.

    Where it stands is there once it is in a `Doc`, and what the language model's rules say of its word (`normal`, part
    of speech, lemma) once `Doc.know` was told.
    """

    __slots__ = (
        "children",  # in text order
        "dep_",
        "doc",
        "ent_type_",
        "gerund",  # this and the next: what `coder.syntax.words` and `coder.syntax.clauses` find out, None before
        "head",
        "i",
        "idx",  # code points from the sentence's start
        "left",  # this and "right": where the subtree begins and ends, -1 before it is asked
        "lemma_",
        "lexical",
        "lower_",
        "normal",
        "phrase",
        "pos_",
        "right",
        "tag_",
        "text",
        "verbal",
        "whitespace_",
        "word",
    )

    __deletable__ = ("head",)  # by `Doc.unlink`; the compiler wants to know

    children: list["Token"]
    doc: "Doc"
    head: "Token"

    def __init__(self, text: str, lower: str, tag: str, dep: str, space: str = " ") -> None:
        """Take what the parser says of it without the other tokens; `Doc` links them."""
        self.text = text
        self.lower_ = lower
        self.tag_ = tag
        self.dep_ = dep
        self.i = 0
        self.idx = 0
        self.whitespace_ = space
        self.ent_type_ = ""
        self.phrase: tuple[str, ...] | None = None
        self.left = -1
        self.right = -1

    def know(self, word: Word) -> None:
        """Take what is true of the word whatever stands around it."""
        verb = word.pos == "VERB"
        self.word = word
        self.normal = word.normal
        self.tag_ = word.tag
        self.pos_ = word.pos
        self.lemma_ = word.lemma
        self.gerund: bool | None = None if verb else False
        self.verbal: bool | None = None if verb or word.pos in _MAY_HEAD_CLAUSES else False
        self.lexical: str | None = None if verb else word.lexical  # of a word cut at a hyphen `Doc` takes it back

    def __len__(self) -> int:
        """Count the code points."""
        return len(self.text)

    def __repr__(self) -> str:
        """Show the word and where it stands."""
        return f"{self.text}/{self.i}"

    @property
    def like_num(self) -> bool:
        """Tell whether it is a number, in digits or in words."""
        found = _NUMBERS.get(self.text)
        if found is None:
            found = remember(_NUMBERS, self.text, bool(like_num(self.text)), _MOST)  # type: ignore[no-untyped-call]
        return found

    @property
    def is_upper(self) -> bool:
        """Tell whether it is written in capitals."""
        return self.text.isupper()

    @property
    def is_punct(self) -> bool:
        """Tell whether it is a punctuation mark."""
        return not self.text[:1].isalnum() and bool(is_punct(self.text))

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The governors, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list["Token"]:
        """The token and all that hangs on it, in text order."""
        return [self.doc[i] for i in sorted(self._below())]

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        if self.left < 0:
            self.doc.find_edges()
        return self.doc.tokens[self.left]

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        if self.left < 0:
            self.doc.find_edges()
        return self.doc.tokens[self.right]

    def _below(self) -> list[int]:
        """Give the positions of the subtree, in no order."""
        found, stack = [self.i], [self]
        while stack:
            for child in stack.pop().children:
                found.append(child.i)
                if child.children:
                    stack.append(child)
        return found


_NOBODY: Final[list[Token]] = []  # the children of a token that has none, as most have none


class Doc:
    """The tokens of one parsed sentence; `tokens` is for slices, and for loops over all.

    `changed` tells that relations or tags are no longer those that the language model gave.
    """

    __slots__ = ("changed", "text", "tokens")

    def __init__(self, tokens: list[Token], heads: list[int], *, tree: bool = False) -> None:
        """Link tokens into trees; `heads` are positions, a root's is its own.

        A circle is cut open; of what a parser gives as a `tree` there is none.
        """
        self.tokens = tokens
        self.changed = False
        texts = []
        at = 0
        for i, token in enumerate(tokens):
            token.doc = self
            token.i, token.idx = i, at
            at += len(token.text) + len(token.whitespace_)
            texts.append(token.text)
            texts.append(token.whitespace_)
        self.text = "".join(texts)
        self._link(heads if tree else _acyclic(heads))

    def mend(self, heads: list[int], deps: list[str], tags: list[str]) -> None:
        """Hang all tokens anew, and tag them."""
        self.changed = True
        for token in self.tokens:
            token.dep_, token.tag_ = deps[token.i], tags[token.i]
            token.left = token.right = -1
        self._link(_acyclic(heads))

    def _link(self, heads: list[int]) -> None:
        tokens = self.tokens
        for token in tokens:
            token.children = _NOBODY
        for token in tokens:
            above = token.head = tokens[heads[token.i]]
            if above is not token:
                if above.children is _NOBODY:
                    above.children = [token]
                else:
                    above.children.append(token)

    def know(self, words: list[Word]) -> None:
        """Take what is true of the words whatever stands around them."""
        tokens = self.tokens
        for i, token in enumerate(tokens):
            token.know(words[i])
            if i and tokens[i - 1].text == "-" and not tokens[i - 1].whitespace_:
                token.lexical = None

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        """Give the token at a position."""
        return self.tokens[i]

    def __iter__(self) -> Iterator[Token]:
        """Give the tokens in text order."""
        return iter(self.tokens)

    def find_edges(self) -> None:
        """Tell all tokens where their subtrees begin and end."""
        for token in self.tokens:
            token.left = token.right = token.i
        for token in self.tokens:
            above = token.head
            while above.left > token.i:
                above.left = token.i
                above = above.head
        for token in reversed(self.tokens):
            above = token.head
            while above.right < token.i:
                above.right = token.i
                above = above.head

    def unlink(self) -> None:
        """Part the tokens, so that memory is freed at once instead of by the collector; nothing can be read after."""
        for token in self.tokens:
            token.children = _NOBODY
            if token.head is token:
                del token.head
        self.tokens = []

    def span(self, start: int, end: int) -> TextSpan:
        """Give the text of tokens, half-open, without the blank behind, in code points of the sentence."""
        first, last = self.tokens[start].idx, self.tokens[end - 1]
        stop = last.idx + len(last.text)
        return TextSpan(first, stop, self.text[first:stop])

    def words(self, start: int, end: int) -> str:
        """Give the text of tokens, half-open, without the blank behind."""
        last = self.tokens[end - 1]
        return self.text[self.tokens[start].idx : last.idx + len(last.text)]

    def over(self, start: int, end: int) -> list[Token]:
        """Give the tokens that share a character with ``[start, end)``."""
        return [token for token in self.tokens if start < token.idx + len(token.text) and token.idx < end]


def _acyclic(heads: list[int]) -> list[int]:
    """Give heads of which each leads to a root, so that whoever climbs comes to an end."""
    seen_from = [-1] * len(heads)
    for start in range(len(heads)):
        i = start
        while seen_from[i] < 0 and heads[i] != i:
            seen_from[i] = start
            i = heads[i]
        if seen_from[i] == start:
            heads[i] = i
    return heads


def top_of(tokens: Sequence[Token]) -> Token:
    """Give the token of a stretch that hangs outside it, nearest to the root; of equals the first.

    Args:
        tokens: one or more that follow each other.
    """
    start, end = tokens[0].i, tokens[-1].i + 1
    outside = [t for t in tokens if t.head is t or not start <= t.head.i < end]
    return min(outside, key=lambda t: sum(1 for _ in t.ancestors), default=tokens[0])


def within(token: Token, outer: int) -> bool:
    """Tell whether a token hangs, near or far, on the one at a position."""
    return any(above.i == outer for above in token.ancestors)
