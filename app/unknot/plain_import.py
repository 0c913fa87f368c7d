"""Loads Qt and puts Python's own import back in its place.

PySide6 wraps `import` to look for the word "PySide6" in the source of every module loaded after it, for
the sake of `from __feature__ import ...`. Unknot switches no such feature on, and reading a thousand
sources costs a start as much as half a bare window.
"""

import builtins

_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401  # the wrapping happens here

builtins.__import__ = _plain_import
