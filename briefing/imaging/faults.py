"""What is wrong with a picture."""

from __future__ import annotations

from briefing.model.finding import Message


class UnfitPictureError(Exception):
    """A picture that can't be printed."""

    def __init__(self, code: str, text: Message, hint: Message | None = None) -> None:
        super().__init__(str(text))
        self.code = code
        self.text = text
        self.hint = hint
