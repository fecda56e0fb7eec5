# Made by `autogen generate` from services/billing/spec. Edit that, not this file.
"""Whether `billing` does what its document says: asked by Schemathesis, with every check and nothing left out."""

from framework.runtime.contract import Contract

from services.billing.src.generated.app import create_app

billing = Contract("billing", create_app)

test_operation = billing.operations()
test_sequences = billing.sequences()
