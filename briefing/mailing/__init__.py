"""Messages of Internet mail: addresses, headers, bytes; nothing is sent from here."""
