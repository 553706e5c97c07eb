"""The pages of this room: the door, one's own pages, looking after accounts, who can do what."""
