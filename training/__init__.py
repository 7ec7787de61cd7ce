"""How the tables in `cleaners/models` are made. Needs scikit-learn (training/requirements.txt); ships with no wheel."""
