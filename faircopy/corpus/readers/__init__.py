"""From a folder of raw files to documents. A raw format is one file here; `formats.py` lists them."""
