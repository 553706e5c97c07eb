"""The doors of this room: one's own reminders and addresses, and reminding others."""
