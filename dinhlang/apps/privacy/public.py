"""What other rooms may use of personal data."""

from dinhlang.apps.privacy.access import may_answer
from dinhlang.apps.privacy.models import Consent, ConsentPurpose
from dinhlang.apps.privacy.queries import has_consent, requests_to_answer

__all__ = ["Consent", "ConsentPurpose", "has_consent", "may_answer", "requests_to_answer"]
