"""Addresses are told and taken back; what has changed is put down for each; calls go out."""

from dinhlang.apps.webhooks.actions.addresses import (
    CannotCall,
    end,
    give_new_secret,
    make,
    pause,
    renew_secrets,
    resume,
)
from dinhlang.apps.webhooks.actions.calling import call_due, send_again
from dinhlang.apps.webhooks.actions.noting import note_all, wake

__all__ = [
    "CannotCall",
    "call_due",
    "end",
    "give_new_secret",
    "make",
    "note_all",
    "pause",
    "renew_secrets",
    "resume",
    "send_again",
    "wake",
]
