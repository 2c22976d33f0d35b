"""What more than one sentence tells: antecedents, quotes, days and places, repeats."""
