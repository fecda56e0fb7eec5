# Made by `autogen generate` from services/hello/spec. Edit that, not this file.
"""Whether `hello` does what its document says: asked by Schemathesis, with every check and nothing left out."""

from framework.runtime.contract import Contract

from services.hello.src.generated.app import create_app

hello = Contract("hello", create_app)

test_operation = hello.operations()
test_sequences = hello.sequences()
