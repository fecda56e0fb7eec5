# Made by `autogen generate` from services/customers/spec. Edit that, not this file.
"""Whether `customers` does what its document says: asked by Schemathesis, with every check and nothing left out."""

from framework.runtime.contract import Contract

from services.customers.src.generated.app import create_app

customers = Contract("customers", create_app)

test_operation = customers.operations()
test_sequences = customers.sequences()
