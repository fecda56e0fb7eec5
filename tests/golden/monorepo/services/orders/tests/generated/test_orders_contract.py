# Made by `autogen generate` from services/orders/spec. Edit that, not this file.
"""Whether `orders` does what its document says: asked by Schemathesis, with every check and nothing left out."""

from framework.runtime.contract import Contract

from services.orders.src.generated.app import create_app

orders = Contract("orders", create_app)

test_operation = orders.operations()
test_sequences = orders.sequences()
