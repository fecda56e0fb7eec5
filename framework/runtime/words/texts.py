"""The words of the problems that a service tells of itself, in the languages that it speaks.

A code is the stable name of a problem: clients compare it and never the words. The errors that a spec declares bring
their own code and title.
"""

from typing import NamedTuple

from framework.runtime.words.language import Language


class Text(NamedTuple):
    """The status that a problem answers with, and its title."""

    status: int
    en: str
    ru: str


TEXTS: dict[str, Text] = {
    "malformed_body": Text(400, "The body is no JSON", "Тело запроса — не JSON"),
    "bad_request": Text(400, "Bad Request", "Неверный запрос"),
    "unauthorized": Text(401, "Unauthorized", "Требуется вход"),
    "forbidden": Text(403, "Forbidden", "Доступ запрещён"),
    "not_found": Text(404, "Not Found", "Не найдено"),
    "method_not_allowed": Text(405, "Method Not Allowed", "Метод не поддерживается"),
    "not_acceptable": Text(406, "Not Acceptable", "Нет подходящего представления"),
    "conflict": Text(409, "Conflict", "Конфликт"),
    "unique_violation": Text(409, "Such a record exists already", "Такая запись уже есть"),
    "reference_violation": Text(409, "Another record stands in the way", "Мешает связь с другой записью"),
    "gone": Text(410, "Gone", "Больше не существует"),
    "precondition_failed": Text(412, "Precondition Failed", "Условие не выполнено"),
    "body_too_large": Text(413, "The body is too large", "Слишком большое тело запроса"),
    "unsupported_media_type": Text(415, "The body must be JSON", "Тело запроса должно быть в формате JSON"),
    "invalid_request": Text(422, "The request is not valid", "Запрос содержит ошибки"),
    "check_violation": Text(422, "A value breaks a rule of the data", "Значение нарушает правило данных"),
    "not_null_violation": Text(422, "A required value is missing", "Не хватает обязательного значения"),
    "value_too_long": Text(422, "A value is too long", "Слишком длинное значение"),
    "value_out_of_range": Text(422, "A value is out of range", "Значение вне допустимых пределов"),
    "precondition_required": Text(428, "Precondition Required", "Нужно условие"),
    "too_many_requests": Text(429, "Too many requests", "Слишком много запросов"),
    "internal_error": Text(500, "Something went wrong on our side", "Ошибка на нашей стороне"),
    "not_implemented": Text(501, "This operation is not implemented yet", "Операция ещё не реализована"),
    "bad_gateway": Text(502, "Bad Gateway", "Ошибка соседнего сервиса"),
    "unavailable": Text(503, "The service cannot answer now", "Сервис временно недоступен"),
    "serialization_failure": Text(503, "Too many changes at once, try again", "Слишком много изменений, повторите"),
    "statement_timeout": Text(503, "The database took too long", "База данных отвечала слишком долго"),
    "gateway_timeout": Text(504, "Gateway Timeout", "Соседний сервис не ответил вовремя"),
}  # fmt: skip

USUAL = {400: "bad_request", 409: "conflict", 422: "invalid_request", 503: "unavailable"}
"""The code of a status that several have."""

CODES = {text.status: code for code, text in TEXTS.items()} | USUAL
"""The code of a status that is answered without one."""


def code_of(status: int) -> str:
    return CODES.get(status, f"status_{status}")


def title_of(code: str, language: Language) -> str:
    text = TEXTS.get(code)
    if text is None:
        return code.replace("_", " ").capitalize()
    return text.ru if language == "ru" else text.en
