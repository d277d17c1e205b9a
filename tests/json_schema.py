"""JSON Schema's validators, imported when one is asked for: their grammar of addresses takes seconds."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def validator_of(schema: Any) -> "Validator":
    """Return the validator of a schema, in the version that it names in `$schema`.

    It looks at formats too, such as that of an address. Raises SchemaError where the schema is none.
    """
    from jsonschema.validators import validator_for  # noqa: PLC0415 - see above

    version = validator_for(schema)
    version.check_schema(schema)
    return version(schema, format_checker=version.FORMAT_CHECKER)


def faults_of_description(described: Any) -> list[str]:
    """Return what OpenAPI 3.1 does not allow in a description of an interface."""
    from openapi_spec_validator import OpenAPIV31SpecValidator  # noqa: PLC0415 - see above

    return [str(error) for error in OpenAPIV31SpecValidator(described).iter_errors()]


def faults_in(data: Any, schema: Any) -> list[str]:
    """Return what the schema does not allow in the data."""
    return [str(error.message) for error in validator_of(schema).iter_errors(data)]
