"""What other rooms may use of outgoing documents."""

from dinhlang.apps.issuance.actions import (
    CannotDraft,
    CannotIssue,
    CannotSubmit,
    CannotWithdraw,
    change_draft,
    draft_dispatch,
    draft_document,
    draft_from_report,
    issue,
    return_to_drafter,
    submit_for_signature,
    withdraw,
)
from dinhlang.apps.issuance.models import OutgoingDocument, State
from dinhlang.apps.issuance.queries import issued_public_of, returned_to, waiting_for_signature

__all__ = [
    "CannotDraft",
    "CannotIssue",
    "CannotSubmit",
    "CannotWithdraw",
    "OutgoingDocument",
    "State",
    "change_draft",
    "draft_dispatch",
    "draft_document",
    "draft_from_report",
    "issue",
    "issued_public_of",
    "return_to_drafter",
    "returned_to",
    "submit_for_signature",
    "waiting_for_signature",
    "withdraw",
]
