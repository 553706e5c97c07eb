"""How the record is kept from being rewritten, how rewriting shows, and how a kept value is read. Plain Python."""

from dinhlang.apps.audit.rules.chain import FACTS, ORIGIN, digest_of
from dinhlang.apps.audit.rules.sealing import APPEND_ONLY, statements
from dinhlang.apps.audit.rules.values import ON_BEHALF_OF, as_day

__all__ = ["APPEND_ONLY", "FACTS", "ON_BEHALF_OF", "ORIGIN", "as_day", "digest_of", "statements"]
