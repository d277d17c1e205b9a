"""What a browser may do on our pages, said once: for every page's head and for the hosts' headers."""

from collections.abc import Mapping
from types import MappingProxyType

_POLICY: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        # The service worker gives the page that stands in for another a base of its own.
        "base-uri": "'self'",
        "form-action": "'none'",
        # The only ways from a text to markup or a script's address are the two of shell/trusted.js.
        "require-trusted-types-for": "'script'",
        "trusted-types": "guide",
    }
)
_IN_HEADERS_ONLY: Mapping[str, str] = MappingProxyType({"frame-ancestors": "'none'"})


def content_security_policy() -> str:
    """Return the policy as it stands in a page's `<meta>` (Content Security Policy Level 3)."""
    return _joined(_POLICY)


def content_security_policy_header() -> str:
    """Return the policy as a header: it may say on top that no other site shows ours in a frame."""
    return _joined({**_POLICY, **_IN_HEADERS_ONLY})


def _joined(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())
