"""End runs whose process was killed.

Such a run cannot report its end and would stay "Running" for ever. Runs of the deployments send a heartbeat every
30 seconds; an automation of the server marks a run as crashed after 90 seconds without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, cast
from uuid import UUID

from faircopy.flows.names import STOPPED

if TYPE_CHECKING:
    from prefect.automations import Automation

NAME = "faircopy: end runs whose process died"
HEARTBEAT_SECONDS = 30
SILENCE = timedelta(seconds=3 * HEARTBEAT_SECONDS)
BEGINNING = "prefect.flow-run.Running"
HEARTBEAT = "prefect.flow-run.heartbeat"
# The event of a state carries the name of the state.
ENDS = ("Completed", "Failed", STOPPED, "TimedOut", "Cancelled", "Crashed")


def watch_heartbeats(deployments: Iterable[UUID]) -> None:
    """Create or update the automation for the runs of these deployments; one that somebody paused stays paused."""
    from prefect.automations import Automation

    wanted = automation(deployments)
    try:
        present = cast("Automation", Automation.read(name=NAME))
    except ValueError:
        wanted.create()
        return
    # After an update the server no longer watches runs that are under way.
    if not says_the_same(present, wanted):
        wanted.model_copy(update={"id": present.id, "enabled": present.enabled}).update()


def says_the_same(one: Automation, other: Automation) -> bool:
    """Whether two automations do the same, ignoring the ids that a server gave them."""
    return all(
        one.model_dump(include={part}, exclude={"trigger": {"id"}}) == other.model_dump(include={part})
        for part in ("description", "trigger", "actions")
    )


def automation(deployments: Iterable[UUID]) -> Automation:
    """The automation: a run of these deployments that stops sending heartbeats becomes Crashed."""
    from prefect.automations import Automation, ChangeFlowRunState, EventTrigger, Posture, ResourceSpecification
    from prefect.client.schemas.objects import StateType

    # Runs that are started in another way may not send heartbeats.
    watched = [f"prefect.deployment.{deployment}" for deployment in deployments]
    return Automation(
        name=NAME,
        description="A run that stops sending heartbeats was killed: its state becomes Crashed.",
        trigger=EventTrigger(
            match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
            match_related=ResourceSpecification({"prefect.resource.id": sorted(watched)}),
            for_each={"prefect.resource.id"},
            after={BEGINNING, HEARTBEAT},
            expect={HEARTBEAT, *(f"prefect.flow-run.{state}" for state in ENDS)},
            posture=Posture.Proactive,
            threshold=1,
            within=SILENCE,
        ),
        actions=[
            ChangeFlowRunState(
                name=None,
                force=False,
                state=StateType.CRASHED,
                message="The process of this run fell silent: it was killed, or its machine went down."
                " No version was published in part; the next run continues its work.",
            )
        ],
    )
