"""How the files in `cleaners/models` are made (requirements.txt has what that needs)."""
