"""Train the models of the stage `boilerplate`."""
