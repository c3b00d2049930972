"""The page of each code, as data: one module per family."""
