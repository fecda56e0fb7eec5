"""What all settings share: where their values come from, and what they may not be outside of dev."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from framework.runtime.settings.environment import Environment, Unusable, guarded
from framework.runtime.settings.markers import Said, Secret, marked
from framework.runtime.settings.strength import weak


def lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


class Variables(BaseSettings):
    """Frozen settings whose field `page_size` is the variable `PAGE_SIZE`.

    Given to the class, in the environment, in `.env`: the first counts. A secret may stand in a file that
    `<VARIABLE>_FILE` names. An empty variable is one that is not set.
    """

    model_config = SettingsConfigDict(frozen=True, hide_input_in_errors=True, allow_inf_nan=False)

    DECLARED: ClassVar[str] = "framework.runtime"
    """Where people find what a class declares."""

    DOTENV: ClassVar[str | None] = ".env"
    """The file of variables in the working directory, shared by all services. None: there is none."""

    PROFILES: ClassVar[Mapping[str, Mapping[str, object]]] = {}
    """Other defaults, for each `app_env` that has some."""

    app_env: Annotated[Literal["dev", "test", "staging", "prod"], BeforeValidator(lower)] = Field(
        "dev", description="Where the process runs; outside of dev a default or a placeholder is no secret"
    )
    data_dir: Path = Field(Path("data"), description="The folder for what the process keeps in files")

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource, *args: Any, **others: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """One source instead of Pydantic's three: they print values in errors and know no `*_FILE`."""
        return init_settings, Environment(settings_cls)

    @field_validator("*", mode="before")
    @classmethod
    def _usable(cls, value: Any) -> Any:
        if isinstance(value, Unusable):
            raise PydanticCustomError("unusable", "{told}", {"told": value.told})
        return value

    @field_validator("*", mode="after")
    @classmethod
    def _strong(cls, value: Any, info: ValidationInfo) -> Any:
        field = cls.model_fields[str(info.field_name)]
        if not isinstance(value, SecretStr) or info.data.get("app_env") not in guarded(field):
            return value
        told = weak(value.get_secret_value(), marked(field, Secret))
        if told is None and value == field.default and not marked(field, Said):
            told = "is the default of its declaration, which is no secret"
        if told is not None:
            raise PydanticCustomError(
                "weak_secret", "{told}; APP_ENV is {env}", {"told": told, "env": info.data["app_env"]}
            )
        return value
