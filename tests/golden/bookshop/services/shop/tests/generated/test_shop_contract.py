# Made by `autogen generate` from services/shop/spec. Edit that, not this file.
"""Whether `shop` does what its document says: asked by Schemathesis, with every check and nothing left out."""

from framework.runtime.contract import Contract

from services.shop.src.generated.app import create_app

shop = Contract("shop", create_app)

test_operation = shop.operations()
test_sequences = shop.sequences()
