"""What `briefing check` looks for beyond reading; it takes text and values, and opens no file."""
