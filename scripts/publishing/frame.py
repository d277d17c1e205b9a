"""Hook of every locale's mkdocs: what the frame of a page prints is escaped."""

import jinja2


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    """Let the frame's templates escape and refuse unknown names, as mkdocs' own do not."""
    env.autoescape = True
    env.undefined = jinja2.StrictUndefined
    env.trim_blocks = True
    env.lstrip_blocks = True
    return env
