"""Whether a service does what its document says: asked by Schemathesis, with every check and nothing left out.

Quick, in process, as tests that are generated for each service; and deep, over a socket, by `autogen contract`.
Neither touches a database that somebody uses: each makes its own, and brings it up to date.
"""

from framework.runtime.contract.quick import Contract
from framework.runtime.contract.stubs import stubs

__all__ = ["Contract", "stubs"]
