"""The doors of this room: why a day is what it is and what moves it, sittings of councils, chains of reports."""
