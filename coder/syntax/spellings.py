"""Names spelled like small words, "IS fighters" and "May vowed", which the language model is shown as other names."""

from typing import Final

from spacy.tokens import Doc, Token

# What the model is shown in its place: it looks at this form of a word above all, and knows these as names.
SEEN_AS: Final = {"IS": "isis", "May": "blair"}


def unmistaken(doc: Doc, sentence: str) -> Doc:
    """Give the same tokens, those names among them marked as what the model knows for names; texts stay as they are."""
    if not any(name in sentence for name in SEEN_AS):
        return doc
    for token in doc:
        shown = SEEN_AS.get(token.text)
        if shown and (_is_group(token) if token.text == "IS" else _is_person(token)):
            token.norm_ = shown
    return doc


def _is_group(token: Token) -> bool:
    """Whether capitals are the word's own, and not those of all words beside it: "THIS IS WAR"."""
    beside = (token.doc[i].text for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc))
    return not any(len(word) > 1 and word.isupper() for word in beside)


def _is_person(token: Token) -> bool:
    """Whether a sentence begins with what cannot be a wish: "May vowed to fight on", not "May God help us"."""
    return not token.i and len(token.doc) > 1 and token.doc[1].text.endswith(("ed", "s")) and token.doc[1].is_lower
