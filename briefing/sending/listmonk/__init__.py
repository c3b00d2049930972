"""A newsletter folder turned into a draft of listmonk, which is never sent from here."""
