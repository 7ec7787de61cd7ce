"""One typo rule per file. Importing the package registers all of them, in the order of their file names."""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
