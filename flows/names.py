"""Names that users see on a Prefect server. Other tools rely on them."""

FLOW = "clean-corpus"
NIGHTLY = "nightly"
MANUAL = "manual"
TAG = "faircopy"

# The name of the state, of type FAILED, of a run that the gate stopped.
STOPPED = "Stopped at the gate"
