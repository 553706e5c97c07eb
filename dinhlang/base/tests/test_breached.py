"""A file of digests in order is searched by halves."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from dinhlang.base.breached import stands_in


def digest(password):
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@given(
    known=st.sets(st.text(max_size=6), max_size=12),
    others=st.sets(st.text(max_size=6), max_size=6),
    counted=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_stands_in_the_file_is_found_and_nothing_else(tmp_path_factory, known, others, counted, end):
    file = tmp_path_factory.mktemp("breached") / "digests"
    lines = sorted(digest(one) for one in known)
    file.write_bytes(
        "".join(f"{line}:{n * 37}{end}" if counted else f"{line}{end}" for n, line in enumerate(lines)).encode()
    )

    assert all(stands_in(str(file), one) for one in known)
    assert not any(stands_in(str(file), one) for one in others - known)


def test_without_a_file_nothing_stands_in_it():
    assert not stands_in("", "mật khẩu")
