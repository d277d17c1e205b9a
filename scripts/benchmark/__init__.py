"""How long the guide's steps take: as it grows, and beside the usual ways to make such a site.

In: a guide's folder. Out: seconds, bytes, and a page that shows them. Knows every room; none knows it.
"""

from scripts.benchmark.enlarging import enlarged
from scripts.benchmark.growth import Measure, measured
from scripts.benchmark.peers import PeersFailed, Run, compared_with_peers
from scripts.benchmark.results_page import results_page

__all__ = ["Measure", "PeersFailed", "Run", "compared_with_peers", "enlarged", "measured", "results_page"]
