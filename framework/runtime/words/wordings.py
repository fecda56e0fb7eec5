"""What is wrong with a value, in words that repeat nothing of it. English is Pydantic's own where that is silent, too.

The placeholders are those of Pydantic's `ctx`, which hold the rule and never the value.
"""

from collections.abc import Mapping
from typing import Any

from framework.runtime.words.language import Language

ENGLISH = {
    "extra_forbidden": "This key is not known",
    "missing": "This is required",
    "union_tag_invalid": "None of the kinds that may stand here",
    "uuid_parsing": "Input should be a valid UUID",
    "url_parsing": "Input should be a valid URL",
    "bytes_invalid_encoding": "Input should be base64",
    "string_unicode": "Input should be text that UTF-8 can hold",
}
"""Where Pydantic's own words quote the input."""

RUSSIAN = {
    "bool_parsing": "Нужно true или false",
    "bool_type": "Нужно true или false",
    "bytes_invalid_encoding": "Нужен base64",
    "bytes_too_long": "Не больше {max_length} байт",
    "bytes_too_short": "Не меньше {min_length} байт",
    "bytes_type": "Нужен base64",
    "date_from_datetime_inexact": "Нужна дата без времени",
    "date_from_datetime_parsing": "Нужна дата, например 2026-01-31",
    "date_parsing": "Нужна дата, например 2026-01-31",
    "date_type": "Нужна дата, например 2026-01-31",
    "datetime_from_date_parsing": "Нужен момент, например 2026-01-31T12:30:00Z",
    "datetime_object_invalid": "Такого момента нет",
    "datetime_parsing": "Нужен момент, например 2026-01-31T12:30:00Z",
    "datetime_type": "Нужен момент, например 2026-01-31T12:30:00Z",
    "decimal_max_digits": "Не больше {max_digits} цифр",
    "decimal_max_places": "Не больше {decimal_places} знаков после точки",
    "decimal_parsing": "Нужно десятичное число",
    "decimal_type": "Нужно десятичное число",
    "decimal_whole_digits": "Не больше {whole_digits} цифр до точки",
    "dict_type": "Нужен объект",
    "enum": "Допустимо: {expected}",
    "extra_forbidden": "Неизвестный ключ",
    "finite_number": "Нужно конечное число",
    "float_parsing": "Нужно число",
    "float_type": "Нужно число",
    "frozen_field": "Это поле не меняется",
    "greater_than": "Нужно больше {gt}",
    "greater_than_equal": "Нужно не меньше {ge}",
    "int_from_float": "Нужно целое число",
    "int_parsing": "Нужно целое число",
    "int_parsing_size": "Слишком длинное число",
    "int_type": "Нужно целое число",
    "less_than": "Нужно меньше {lt}",
    "less_than_equal": "Нужно не больше {le}",
    "list_type": "Нужен список",
    "literal_error": "Допустимо: {expected}",
    "missing": "Обязательное значение",
    "model_attributes_type": "Нужен объект",
    "model_type": "Нужен объект",
    "multiple_of": "Нужно число, кратное {multiple_of}",
    "none_required": "Нужен null",
    "recursion_loop": "Значение содержит само себя",
    "string_pattern_mismatch": "Нужен текст по образцу '{pattern}'",
    "string_too_long": "Не больше {max_length} знаков",
    "string_too_short": "Не меньше {min_length} знаков",
    "string_type": "Нужен текст",
    "string_unicode": "Нужен текст, который вмещает UTF-8",
    "time_delta_parsing": "Нужен промежуток времени, например P1DT2H",
    "time_delta_type": "Нужен промежуток времени, например P1DT2H",
    "time_parsing": "Нужно время дня, например 12:30:00",
    "time_type": "Нужно время дня, например 12:30:00",
    "timezone_aware": "Нужен момент с часовым поясом",
    "timezone_naive": "Нужно время без часового пояса",
    "too_long": "Не больше {max_length}",
    "too_short": "Не меньше {min_length}",
    "union_tag_invalid": "Такого вида нет среди допустимых",
    "union_tag_not_found": "Не указан вид: {discriminator}",
    "unique_items": "Ничто не должно повторяться",
    "url_parsing": "Нужен URL",
    "url_type": "Нужен URL",
    "uuid_parsing": "Нужен UUID",
    "uuid_type": "Нужен UUID",
    "uuid_version": "Нужен UUID версии {expected_version}",
}

OWN = {
    "must be a number": ("number_type", "Нужно число"),
    "must be a whole number": ("int_parsing", "Нужно целое число"),
    "must be none of true and false": ("number_type", "Нужно число"),
    "must be a decimal number as text": ("decimal_parsing", "Нужно десятичное число текстом"),
    "must not be negative": ("greater_than_equal", "Не может быть отрицательным"),
    "must be base64": ("bytes_invalid_encoding", "Нужен base64"),
    "must be a duration such as P1DT2H": ("duration_parsing", "Нужен промежуток времени, например P1DT2H"),
    "must be a finite number": ("finite_number", "Нужно конечное число"),
    "must be a date such as 2026-01-31": ("date_parsing", "Нужна дата, например 2026-01-31"),
    "must be a time of the day such as 12:30:00": ("time_parsing", "Нужно время дня, например 12:30:00"),
    "must be a moment such as 2026-01-31T12:30:00Z": (
        "datetime_parsing",
        "Нужен момент, например 2026-01-31T12:30:00Z",
    ),
}
"""Our own rules raise a `ValueError` with these words; a client gets a code of its own for each."""

GENERAL = "Недопустимое значение"
PREFIX = "Value error, "


def worded(error: Mapping[str, Any], language: Language) -> tuple[str, str]:
    """The code of a fault that Pydantic found, and what it says in this language."""
    code, words = str(error["type"]), str(error["msg"]).removeprefix(PREFIX)
    context = error.get("ctx", {})
    if isinstance(context.get("error"), UnicodeError):
        code, words = "string_unicode", ENGLISH["string_unicode"]
    elif code == "value_error" and words in OWN:
        code, russian = OWN[words]
        return code, russian if language == "ru" else words
    if language == "en":
        return code, ENGLISH.get(code, words)
    return code, _russian(code, context)


def _russian(code: str, context: Mapping[str, Any]) -> str:
    try:
        return RUSSIAN[code].format_map(context)
    except KeyError:
        return GENERAL
