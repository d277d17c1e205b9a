"""Pages of a guide whose entries had other names before."""

import json
import re
from collections.abc import Mapping

from playwright.sync_api import Page, Route


def as_if_renamed(page: Page, formerly: Mapping[str, Mapping[str, str]]) -> None:
    """Let each page say that entries had other slugs, as that of a guide with such entries does."""
    told = json.dumps(formerly).replace('"', "&quot;")

    def answer(route: Route) -> None:
        found = route.fetch()
        html = re.sub(r"<body[^>]*>", f'<body data-formerly="{told}">', found.text(), count=1)
        route.fulfill(response=found, body=html)

    page.route(lambda address: address.split("?")[0].split("#")[0].endswith("/"), answer)
