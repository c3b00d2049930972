"""Reading: text in, values and findings out; no file is opened here."""
