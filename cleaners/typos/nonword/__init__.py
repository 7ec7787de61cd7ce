"""Words in no dictionary: candidates, error model, ranking, confidence."""
