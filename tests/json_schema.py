"""JSON Schema's validators, imported when one is asked for: their grammar of addresses takes seconds."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def validator_of(schema: Any, *, version_of: Any = None) -> "Validator":
    """Return the validator of a schema, in the version that it or `version_of` names in `$schema`."""
    from jsonschema.validators import validator_for  # noqa: PLC0415 - see above

    return validator_for(version_of or schema)(schema)


def faults_in(data: Any, schema: Any) -> list[str]:
    """Return what the schema does not allow in the data."""
    return [str(error.message) for error in validator_of(schema).iter_errors(data)]
