"""The values everything else is made of: frozen, slotted, without behaviour of their own."""
