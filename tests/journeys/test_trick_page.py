"""A trick's page: its contents, the links to its parts, its minute, and the sheets it prints on."""

import heapq
import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from scripts.guide import Voice
from scripts.pages.standing import told_sources
from scripts.texts import markdown, sentences
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.hosting import wait_until
from tests.printed import squeezed, texts_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
SLUG = "demo-always-works"
# Which part the reader is in, told by other means than the page's own: the last heading above a third of
# the window; at the page's end the last heading in sight.
_RIGHT = """() => {
    const headings = [...document.querySelectorAll('article h2[id]')].filter(
        (h) => document.querySelector(`.contents a[href="#${h.id}"]`));
    const above = (line) => headings.filter((h) => h.getBoundingClientRect().top < line).at(-1)?.id ?? null;
    const end = document.documentElement.scrollHeight - innerHeight - scrollY;
    return above(scrollY > 0 && end < 2 ? innerHeight : innerHeight / 3);
}"""
_MARKED = """() => document.querySelector('.contents a[aria-current="location"]')?.hash.slice(1) ?? null"""


def test_the_contents_follow_the_wheel_and_what_is_asked_for(page: Page, subtests: pytest.Subtests) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"en/tricks/{SLUG}/")
    page.mouse.move(400, 400)
    for step in (40, 120, 400, 1500):
        with subtests.test(f"by {step}"):
            _follow_the_wheel(page, step)
    for link in page.locator(".contents a").all():
        link.click()
        expect(link).to_have_attribute("aria-current", "location")
        expect(page.locator(".contents [aria-current]")).to_have_count(1)


def _follow_the_wheel(page: Page, step: int) -> None:
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    height = page.evaluate("document.documentElement.scrollHeight - innerHeight")
    steps = min(45, height // step + 1)
    if step < 400:
        page.evaluate("top => scrollTo({top, behavior: 'instant'})", height - step * steps // 2)
    seen = set()
    at = page.evaluate("scrollY")
    for _ in range(steps):
        page.mouse.wheel(0, step)
        moved = f"(scrollY > {at} || scrollY >= {height - 2})"
        wait_until(page, f"async () => {moved} && ({_RIGHT})() === ({_MARKED})()")
        at, marked = page.evaluate(f"[scrollY, ({_MARKED})()]")
        seen.add(marked)
    expect(page.locator(".contents a").last).to_have_attribute("aria-current", "location")
    assert len(seen) > 1


def test_the_contents_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"en/tricks/{SLUG}/")
    expect(page.locator(".contents ul")).to_be_hidden()
    summary = page.locator(".contents summary")
    page.locator("#cost").scroll_into_view_if_needed()
    summary.click()
    page.locator(".contents").get_by_role("link", name="Countermeasures").click()
    expect(page.locator(".contents ul")).to_be_hidden()
    expect(page.locator("#countermeasures")).to_be_in_viewport()
    expect(summary).to_have_text("On this page: Countermeasures")
    bar = summary.bounding_box()
    heading = page.locator("#countermeasures").bounding_box()
    assert bar
    assert heading
    assert heading["y"] >= bar["y"] + bar["height"] - 1
    summary.click()
    page.keyboard.press("Escape")
    expect(page.locator(".contents ul")).to_be_hidden()
    expect(summary).to_be_focused()
    expect_no_faults(page)


def test_every_part_has_a_link_of_its_own(page: Page) -> None:
    page.goto(f"es/tricks/{SLUG}/")
    trick = GUIDE.tricks[SLUG]
    wanted = [
        *(f"sign-{sign.id}" for sign in trick.warning_signs),
        *(f"variant-{variant.id}" for variant in trick.variants),
        *(f"act-{slug}" for slug in trick.countermeasures),
        *("signs", "mechanism", "variants", "cost", "countermeasures", "quiz", "sources"),
    ]
    links = page.locator("article a[href^='#']:not(.button)")
    targets = [str(link.get_attribute("href")) for link in links.all()]
    assert {f"#{name}" for name in wanted} <= set(targets)
    assert [target for target, count in Counter(targets).items() if count > 1] == []
    names = [link.get_attribute("aria-label") or link.text_content() for link in links.all()]
    assert all(names)
    assert len(set(names)) == len(names)
    link = page.locator(f"a[href='#act-{trick.countermeasures[-1]}']")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#act-{trick.countermeasures[-1]}$"))
    expect(page.locator(f"#act-{trick.countermeasures[-1]}")).to_be_in_viewport()


def test_a_trick_in_one_minute(plain_page: Page) -> None:
    for locale in GUIDE.site.locales:
        plain_page.goto(f"{locale}/tricks/{SLUG}/")
        voice, trick = Voice(GUIDE, locale), GUIDE.tricks[SLUG]
        minute = plain_page.get_by_role("region", name=voice.say("in_one_minute"))
        said = " ".join((minute.text_content() or "").split())
        cost = sentences(" ".join(markdown.words(voice.words(trick.cost)).split()))
        # What follows stands once on the page, in its own section.
        assert cost[0] in said
        assert cost[-1] not in said
        assert voice.words(trick.warning_signs[0].text)[:40] in said
        asks = [ask for slug in trick.countermeasures if (ask := GUIDE.countermeasures[slug].ask)]
        assert any(voice.words(ask)[:40] in said for ask in asks)


def test_a_trick_prints_on_two_sheets(page: Page) -> None:
    voice = Voice(GUIDE, "es")
    lengths = {}
    for slug, trick in GUIDE.tricks.items():
        page.goto(f"es/tricks/{slug}/")
        texts = texts_of(page.pdf(format="A4"))
        lengths[slug] = len("".join(texts))
        # A sheet has two sides.
        assert len(texts) <= 4, slug
        printed = "".join(texts)
        for sign in trick.warning_signs:
            assert squeezed(voice.words(sign.text))[:25] in printed, slug
        for words in ("try_yourself", "related_tricks", "in_one_minute"):
            assert squeezed(voice.say(words)) not in printed, (slug, words)
        # Sources are followed on the screen: paper says how many there are, and where.
        assert not [each.url for each in trick.sources if squeezed(each.url)[:40] in printed], slug
        assert squeezed(told_sources(voice, voice.sources(trick)))[:40] in printed, slug
        assert squeezed(f"/es/tricks/{slug}/") in texts[-1], slug
    for slug in heapq.nlargest(3, lengths, key=lambda slug: lengths[slug]):
        page.goto(f"es/tricks/{slug}/")
        assert len(texts_of(page.pdf(format="Letter"))) <= 4, slug
