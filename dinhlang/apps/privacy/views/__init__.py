"""The pages of this room: the register for everyone, one's own data, answering, consent."""
