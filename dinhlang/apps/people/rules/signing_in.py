"""How long a sign-in goes on, how long wrong tries make wait, and what is told of a device. Plain Python."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address, ip_network

LONGEST = timedelta(hours=12)
"""A working day and its evening; then everyone shows once more who they are."""

SHARED_IDLE = timedelta(minutes=15)
"""On a computer that others use too."""

INVITED_FOR = timedelta(hours=72)
"""Over a weekend."""

FORGOTTEN_AFTER = timedelta(hours=24)
"""Wrong tries of yesterday no longer count."""


@dataclass(frozen=True)
class Bound:
    """So many wrong tries are free; then one waits, and longer after every few more."""

    free: int
    first: timedelta
    most: timedelta
    step: int = 3

    def wait_after(self, number: int) -> timedelta | None:
        """How long to wait after the n-th wrong try; nothing where one may go on."""
        beyond = number - self.free
        if beyond < 0 or beyond % self.step:
            return None
        return min(self.most, self.first * 2 ** min(beyond // self.step, 10))  # no moment holds 2 ** 37 quarters


PAIR = Bound(10, timedelta(minutes=15), timedelta(hours=4))
"""One name from one address: somebody who forgot, or who guesses."""

NAME = Bound(50, timedelta(minutes=15), timedelta(hours=1), step=10)
"""One name from many addresses. Loose and short: else anyone could lock an official out from afar."""

ADDRESS = Bound(100, timedelta(minutes=15), timedelta(hours=1), step=20)
"""Many names from one address. Loose: a whole office may sit behind it."""

SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux")
BROWSERS = {
    "coc_coc": "Cốc Cốc",
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
"""By the sign that each writes; most also write those of others, so the order counts."""


def device_of(user_agent: str) -> str:
    """A browser and a system as people call them; empty where nothing is known."""
    system = next((name for name in SYSTEMS if name in user_agent), "")
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "")
    return " · ".join(part for part in (browser, system) if part)


def coarse(address: str) -> str:
    """So much of an address as tells the network and not the device: 203.0.113.0/24."""
    try:
        known = ip_address(address)
    except ValueError:
        return ""
    return str(ip_network(f"{known}/{24 if known.version == 4 else 48}", strict=False))
