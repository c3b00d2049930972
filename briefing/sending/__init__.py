"""Finished e-mails sent, by SMTP or as a draft in listmonk; nothing is rendered here."""
