"""What can be done with outgoing documents: draft, lay before the signer, issue, withdraw."""

from dinhlang.apps.issuance.actions.drafting import (
    CannotDraft,
    change_draft,
    draft_dispatch,
    draft_document,
    draft_from_report,
)
from dinhlang.apps.issuance.actions.issuing import (
    DOCX,
    CannotIssue,
    CannotReturn,
    CannotSubmit,
    CannotWithdraw,
    issue,
    return_to_drafter,
    submit_for_signature,
    why_not_to_sign,
    withdraw,
)

__all__ = [
    "DOCX",
    "CannotDraft",
    "CannotIssue",
    "CannotReturn",
    "CannotSubmit",
    "CannotWithdraw",
    "change_draft",
    "draft_dispatch",
    "draft_document",
    "draft_from_report",
    "issue",
    "return_to_drafter",
    "submit_for_signature",
    "why_not_to_sign",
    "withdraw",
]
