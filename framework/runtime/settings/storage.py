"""The variables of a service that stores files."""

from typing import Annotated

from pydantic import Field, SecretStr

from framework.runtime.settings.markers import UrlOf
from framework.runtime.settings.variables import Variables

SCHEMES = ("file", "memory", "s3", "gs", "az")


class StorageSettings(Variables):
    """Where files are stored."""

    storage_url: Annotated[SecretStr, UrlOf(SCHEMES, "s3://bucket/prefix")] | None = Field(
        None, description="file:///folder, memory:// or s3://bucket; unset: the folder `storage` in DATA_DIR"
    )
    storage_endpoint: Annotated[str, UrlOf(("http", "https"), "https://minio.example")] | None = Field(
        None, description="The server of a storage that speaks S3 and is not Amazon's"
    )
    storage_region: str | None = Field(None, description="The region of the bucket")
    storage_access_key: SecretStr | None = Field(None, description="Who opens the bucket; unset: the host's own role")
    storage_secret_key: SecretStr | None = Field(None, description="The secret that belongs to STORAGE_ACCESS_KEY")

    storage_timeout: float = Field(10.0, gt=0, description="How long one request to the storage may take")

    @property
    def storage_location(self) -> str:
        """The URL of the storage, said or not."""
        if self.storage_url is not None:
            return self.storage_url.get_secret_value()
        return (self.data_dir / "storage").absolute().as_uri()
