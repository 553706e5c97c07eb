"""What is said in a call, how it is signed, when it is tried again. Plain Python."""

from dinhlang.apps.webhooks.rules.calls import FAILS_FOR, PAUSES, body_of, headers_of, next_try, signature_of

__all__ = ["FAILS_FOR", "PAUSES", "body_of", "headers_of", "next_try", "signature_of"]
