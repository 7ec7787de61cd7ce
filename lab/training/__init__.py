"""How the tables in `cleaners/models` are made. Needs LightGBM (lab/training/requirements.txt); ships with no wheel."""
