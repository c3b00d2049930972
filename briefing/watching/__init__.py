"""Live work: a dossier watched, made anew as it changes, and shown in the browser.

`touching`, `placing`, `overlay`, `policy` and `routes` are pure; `session` reads the disk, `noticing`
watches it, `serving` answers the browser, `printing` has the PDF made, and `running` joins them.
"""
