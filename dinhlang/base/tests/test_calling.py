"""What an address stands for, before anything is said there."""

from ipaddress import ip_address

import pytest

from dinhlang.base.calling import reached


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:127.0.0.1", "127.0.0.1"),
        ("::127.0.0.1", "127.0.0.1"),
        ("64:ff9b::a00:1", "10.0.0.1"),
        ("64:ff9b:1::a00:1", "10.0.0.1"),
        ("::ffff:0:192.168.1.9", "192.168.1.9"),
        ("2002:c0a8:109::1", "192.168.1.9"),
        ("::1", "::1"),
        ("::", "::"),
        ("2606:4700::1111", "2606:4700::1111"),
    ],
)
def test_an_address_that_stands_for_another_is_that_other(said, meant):
    assert reached(ip_address(said)) == ip_address(meant)
