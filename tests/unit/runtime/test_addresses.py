"""Who a client is, behind proxies. No example stands behind one."""

import pytest

from framework.runtime.requests.addresses import Proxies

OURS = ("10.0.0.0/8", "fd00::/8")


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.9", "1.2.3.4"),
        ("10.0.0.1", "10.0.0.8, 10.0.0.9", "10.0.0.8"),
        ("10.0.0.1", "1.2.3.4:5678", "1.2.3.4"),
        ("10.0.0.1", "[2001:db8::1]:443", "2001:db8::1"),
        ("fd00::1", "2001:db8::1", "2001:db8::1"),
        ("10.0.0.1", "::ffff:1.2.3.4", "1.2.3.4"),
        ("::ffff:10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "1.2.3.4, ada@example.com", "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4, ada@example.com, 10.0.0.9", "10.0.0.9"),
        ("8.8.8.8", "1.2.3.4", "8.8.8.8"),
        (None, "1.2.3.4", None),
    ],
)
def test_the_nearest_hop_that_is_not_ours(peer: str | None, forwarded: str | None, client: str | None) -> None:
    scope = {"client": (peer, 5) if peer else None}
    assert Proxies(OURS).client(scope, forwarded) == client


def test_without_proxies_nobody_is_believed() -> None:
    assert Proxies().client({"client": ("10.0.0.1", 5)}, "1.2.3.4") == "10.0.0.1"
