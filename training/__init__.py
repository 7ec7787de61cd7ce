"""How the tables in `cleaners/models` are made. Needs LightGBM (training/requirements.txt); ships with no wheel."""
