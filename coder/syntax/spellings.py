"""Spellings that mislead the language model, which is shown others in their place; the texts of tokens stay.

Names spelled like small words, "IS fighters" and "May vowed", are shown as other names, and a printer's marks, "didn’t"
and “no”, as those of a typewriter, which is what nearly all the model was trained on.
"""

from typing import Final

from spacy.tokens import Doc, Token

# What the model is shown in its place: it looks at this form of a word above all, and knows these as names.
SEEN_AS: Final = {"IS": "isis", "May": "blair"}
# Names that begin as a wish does: "Save the Children said" is shown as "society of Children said".
WISHES: Final = ("Save the ", "Stop the ")
WISH_SEEN_AS: Final = ("society", "of")
MARKS: Final = "’‘“”"
TYPED: Final = str.maketrans(MARKS, "''\"\"")


def unmistaken(doc: Doc, sentence: str) -> Doc:
    """Give the same tokens, names and marks among them shown as what the model knows."""
    if not sentence.isascii() and any(mark in sentence for mark in MARKS):
        _typed(doc)
    if any(wish in sentence for wish in WISHES):
        _show_wishes(doc)
    if not any(name in sentence for name in SEEN_AS):
        return doc
    for token in doc:
        shown = SEEN_AS.get(token.text)
        if shown and (_is_group(token) if token.text == "IS" else _is_person(token)):
            token.norm_ = shown
    return doc


def _show_wishes(doc: Doc) -> None:
    for token in doc[:-2]:
        wish = f"{token.text} {token.nbor().text} "
        if wish in WISHES and token.nbor(2).text[:1].isupper():
            token.norm_, token.nbor().norm_ = WISH_SEEN_AS


def _typed(doc: Doc) -> None:
    """Show the model words with a printer's quotes and apostrophes as they are typed, in all that it looks at."""
    for token in doc:
        typed = token.text.translate(TYPED)
        if typed != token.text and " " not in typed:  # "n ’ t" is shown as a whole already
            lexeme, model = doc.vocab[token.text], doc.vocab[typed]
            lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape = (
                model.norm,
                model.prefix,
                model.suffix,
                model.shape,
            )


def _is_group(token: Token) -> bool:
    """Whether capitals are the word's own, and not those of all words beside it: "THIS IS WAR"."""
    beside = (token.doc[i].text for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc))
    return not any(len(word) > 1 and word.isupper() for word in beside)


def _is_person(token: Token) -> bool:
    """Whether a sentence begins with what cannot be a wish: "May vowed to fight on", not "May God help us"."""
    return not token.i and len(token.doc) > 1 and token.doc[1].text.endswith(("ed", "s")) and token.doc[1].is_lower
