from shared.generated import errors as e

SHAPE = e.BookMissing._shape
