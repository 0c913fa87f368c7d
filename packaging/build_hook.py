"""Puts resources/ and migrations/ into standard wheels only, so that editable installs carry no dead copy."""

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):
    """Hatch build hook."""

    def initialize(self, version, build_data):
        """Add them, where hatch builds the standard kind."""
        if version == "standard":
            build_data["force_include"]["resources"] = "unknot/_resources"
            build_data["force_include"]["migrations"] = "unknot/_migrations"
