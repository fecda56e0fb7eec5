"""Who sent a request: the address that the nearest hop which we do not trust has called from.

Whoever sends `X-Forwarded-For` writes in it what he likes; only what a trusted proxy has put behind that is true, so
the list is read from its end.
"""

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Network = IPv4Network | IPv6Network


class Proxies:
    """The addresses and networks of the proxies before a service."""

    def __init__(self, trusted: Iterable[str] = ()) -> None:
        self._networks: list[Network] = [ip_network(one, strict=False) for one in trusted]

    def client(self, scope: Mapping[str, Any], forwarded: str | None) -> str | None:
        """The client of a request; `forwarded` is its `X-Forwarded-For`, all of them joined by commas."""
        peer = scope.get("client")
        address = str(peer[0]) if peer else None
        if not self._networks or forwarded is None or not self._trusts(address):
            return address
        for hop in reversed(forwarded.split(",")):
            found = _address(hop.strip())
            if found is None:
                break  # a proxy of ours writes addresses; what stands before this can be anything
            address = str(found)
            if not self._trusts(address):
                break
        return address

    def _trusts(self, address: str | None) -> bool:
        found = _address(address or "")
        return found is not None and any(found in network for network in self._networks)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Also from `1.2.3.4:5678` and `[::1]:5678`, as some proxies write them."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
