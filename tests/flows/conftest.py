import os

import pytest

# Before anything imports prefect.
os.environ.update(
    DO_NOT_TRACK="1",
    PREFECT_SERVER_ANALYTICS_ENABLED="false",
    PREFECT_LOGGING_LEVEL="WARNING",
    PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS="120",
)


@pytest.fixture(scope="session")
def prefect_server():
    """One server for all tests that run the flow: it takes some twenty seconds to start."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture
def raw(tmp_path):
    """A raw folder of one source: two articles and a file that no text can be made of."""
    folder = tmp_path / "raw" / "harbour-post"
    folder.mkdir(parents=True)
    (folder / "ferry.txt").write_text("Ferry returns\n\nThe the ferry to Kiev  was late on Monday, the crew said.\n")
    (folder / "bridge.txt").write_text(
        "Bridge closed\n\nThe bridge will close for repairs until the end of the month.\n"
    )
    (folder / "picture.txt").write_bytes(b"\x89PNG\x00\x01\x02\x03" * 40)
    return folder.parent
