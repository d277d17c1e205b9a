"""What stands at an address of old: a small sound page that leads on, unseen by search and sitemap."""

import json
from pathlib import Path

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.derived.claims import claims
from scripts.derived.former_addresses import former_addresses, former_files
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.publishing.host_files import write_files_in_site
from scripts.publishing.links import broken_links
from scripts.publishing.root_pages import write_moved_pages, write_root_pages
from scripts.publishing.security import content_security_policy
from tests.made_guide import ADDRESS, small_guide, trick, write

pytestmark = pytest.mark.xdist_group("moved-pages")

ASSETS = {"plain.css": "assets/plain.0.css", "language_choice.js": "assets/language_choice.0.js"}
OLD = {
    "tricks/of-old/": "tricks/first-trick/",
    "questions/of-old/": "questions/first-trick/",
    "countermeasures/of-old/": "countermeasures/act/",
    "countermeasures/older/": "countermeasures/act/",
    "checklists/of-old/": "checklists/demo/",
    "quizzes/of-old/": "quizzes/all/",
    "assessment/of-old/": "assessment/",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide with an entry of each kind that had another slug."""
    folder = small_guide(tmp_path_factory.mktemp("moved"))
    write(folder / "tricks/buying/first-trick.yml", trick() + "formerly: [of-old]\n")
    for file in ("meetings/demo", "quizzes/all", "assessments/purchase", "countermeasures/act"):
        path = folder / f"content/{file}.yml"
        entry = json.loads(path.read_text(encoding="utf-8"))
        slugs = ["of-old", "older"] if file.endswith("act") else ["of-old"]
        write(path, json.dumps({**entry, "formerly": slugs}, ensure_ascii=False))
    return load_checked(folder)


@pytest.fixture(scope="module")
def site(moved: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain pages, and in the place of each other file an empty one."""
    site = tmp_path_factory.mktemp("site")
    for locale in moved.site.locales:
        for address, _ in claims(moved):
            write(
                site / locale / (f"{address}index.html" if address.endswith("/") or not address else address),
                "",
            )
    for name in ("favicon.svg", *ASSETS.values()):
        write(site / name, "")
    paths = {locale: sorted(set(OLD.values())) for locale in moved.site.locales}
    write_root_pages(moved, paths, site, ADDRESS, ASSETS)
    write_moved_pages(moved, site, ADDRESS, ASSETS)
    return site


def test_each_address_of_old_leads_to_where_the_entry_stands(moved: Guide, site: Path) -> None:
    heirs = {each.address: each.heir for each in former_addresses(moved)}
    assert {each.address: each.target for each in former_addresses(moved)} == OLD
    for locale in moved.site.locales:
        for old, target in OLD.items():
            text = (site / locale / old / "index.html").read_text(encoding="utf-8")
            html5lib.HTMLParser(strict=True).parse(text)
            page = LexborHTMLParser(text)
            name = Voice(moved, locale).words(heirs[old].name)
            (link,) = page.css("a")
            up = "../" * old.count("/")
            assert link.attributes["href"] == f"{up}{target}"
            assert link.text() == name
            (canonical,) = page.css('link[rel="canonical"]')
            assert canonical.attributes["href"] == f"{ADDRESS}{locale}/{target}"
            said = {
                node.attributes.get("http-equiv"): node.attributes["content"] for node in page.css("meta")[1:]
            }
            assert said["refresh"] == f"0; url={up}{target}"
            assert said["Content-Security-Policy"] == content_security_policy()
            (robots,) = page.css('meta[name="robots"]')
            assert robots.attributes["content"] == "noindex"
            (html,) = page.css("html")
            assert html.attributes["lang"] == locale
            assert [h1.text() for h1 in page.css("h1")] == [Voice(moved, locale).say("moved_title")]
            # The policy forbids them.
            assert not page.css("script, style, [style]")


def test_no_link_of_theirs_is_broken_and_the_sitemap_knows_none(site: Path) -> None:
    assert broken_links(site, ADDRESS) == []
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/of-old/" not in sitemap
    assert "/countermeasures/act/" in sitemap


def test_netlify_and_cloudflare_hear_of_each(moved: Guide, tmp_path: Path) -> None:
    write_files_in_site(moved, tmp_path, f"{ADDRESS}guide/", [])
    lines = (tmp_path / "_redirects").read_text(encoding="utf-8").splitlines()
    rules = [tuple(line.split()) for line in lines if line.strip() and not line.startswith("#")]
    for locale in moved.site.locales:
        for old, target in [*OLD.items(), *former_files(moved)]:
            forced = (f"/guide/{locale}/{old}", f"/guide/{locale}/{target}", "301!")
            at = rules.index(forced)
            assert rules[at + 1] == (*forced[:2], "301")
            assert at < rules.index((f"/guide/{locale}/*", f"/guide/{locale}/404.html", "404"))
    # Cloudflare's limit of redirects without a star, with room for a hundred times as many.
    assert len(rules) <= 2000


def test_papers_and_exports_of_old_lead_to_todays(moved: Guide) -> None:
    living = {address for address, _ in claims(moved)}
    files = dict(former_files(moved))
    assert {"print/of-old-a4.pdf", "print/of-old-quiz-a4.pdf"} <= set(files)
    assert files["print/of-old-short-letter.pdf"] == "print/demo-short-letter.pdf"
    assert set(files.values()) <= living
    assert not set(files) & living
