# Made by `autogen generate` from services/backend/spec. Edit that, not this file.
"""Whether `backend` does what its document says: asked by Schemathesis, with every check and nothing left out."""

from framework.runtime.contract import Contract

from services.backend.src.generated.app import create_app

backend = Contract("backend", create_app)

test_operation = backend.operations()
test_sequences = backend.sequences()
