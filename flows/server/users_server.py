"""The user's own Prefect server."""

from __future__ import annotations

from faircopy.flows.server.local_server import ServerError


def users_server() -> str:
    """The API address in `PREFECT_API_URL` or the user's profile. Raises `ServerError` unless the server answers."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL

    api = PREFECT_API_URL.value()
    if not api:
        raise ServerError("no Prefect server is named: set PREFECT_API_URL, or start one with `faircopy serve`")
    with get_client(sync_client=True) as client:
        if problem := client.api_healthcheck():
            raise ServerError(
                f"the Prefect server {api} (PREFECT_API_URL) does not answer ({problem}): start or unset it"
            )
    return str(api)
