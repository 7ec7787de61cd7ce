"""The names that a Prefect server knows us by. Other tools rely on them."""

FLOW = "clean-corpus"
NIGHTLY = "nightly"
MANUAL = "manual"
POOL = "faircopy"
TAG = "faircopy"

# The state of a run that the gate stopped; of type FAILED.
STOPPED = "Stopped at the gate"
