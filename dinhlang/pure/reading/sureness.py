"""How sure a duty is read: shares measured on plans that people had read before, by what kind of place it came from."""

from dinhlang.pure.reading.findings import Duty

_OF_A_ROW = 0.97
_OF_LABELS = 0.97
_OF_A_DOER = 0.93
_OF_NOBODY = 0.86
_LONG_NAME = 110


def weigh(duty: Duty) -> None:
    """Set how sure a duty is; what is unusual in it makes it less."""
    if duty.sources.get("row"):
        sure = _OF_A_ROW
    elif duty.confidence >= 0.95:
        sure = _OF_LABELS
    else:
        sure = _OF_A_DOER if duty.leads or duty.advisers else _OF_NOBODY
    names = [*duty.leads, *duty.advisers, *duty.partners]
    if any(len(name) > _LONG_NAME for name in names):
        sure *= 0.7
    if len(names) > len(duty.sources.get("leads", [])) + len(duty.sources.get("advisers", [])) + len(
        duty.sources.get("partners", [])
    ):
        sure *= 0.95
    if duty.timing.text and duty.timing.kind == "none":
        sure *= 0.85
    duty.confidence = sure
