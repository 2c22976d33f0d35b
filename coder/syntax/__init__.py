"""The parsed sentence as plain values, and what any reader asks of it: words, lemmas, clauses, nouns that tell acts."""
