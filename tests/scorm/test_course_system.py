"""A package in a course system's frame; scorm-again, a SCORM 1.2 runtime not ours, keeps the learner's data.

The page around the frame does what a course system does: it hands the manifest's mastery score and what was
kept to the runtime before it opens the quiz, and keeps what the runtime holds after it was left.
"""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from playwright.sync_api import Browser, FrameLocator, Page, expect

from scripts.courses.telling import portable
from scripts.derived import all_asked
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.scorm import scorm_package
from tests.axe import expect_no_faults_and_no_overflow
from tests.conftest import serving
from tests.exported import ADDRESS
from tests.hosting import wait_until
from tests.quiz_readers import answer, press, tab_to

pytestmark = [pytest.mark.xdist_group("scorm"), pytest.mark.thorough]

_MASTERY = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}masteryscore"
_SYSTEM = """<!doctype html><meta charset="utf-8"><title>A course</title>
<script src="scorm12.min.js"></script><iframe style="width: 100%; height: 700px"></iframe>"""
_LAUNCH = """([kept, folder, mastery, mode]) => {
    window.API = new Scorm12API({autocommit: false, logLevel: 5});
    if (kept) API.loadFromJSON(kept, "");
    API.cmi.student_data.mastery_score = mastery;
    if (mode) API.cmi.core.lesson_mode = mode;
    document.querySelector("iframe").src = `${folder}/index.html`;
}"""


class Course:
    """A course system that a learner opens packages in, one sitting after another."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.kept: Any = None
        self.mastery = ""

    def take_in(self, package: bytes) -> None:
        """Unpack a package and read its manifest, as for a new learner."""
        shutil.rmtree(self.folder / "package", ignore_errors=True)
        with ZipFile(io.BytesIO(package)) as archive:
            archive.extractall(self.folder / "package")
        manifest = etree.parse(self.folder / "package/imsmanifest.xml")
        self.mastery = manifest.findtext(f".//{_MASTERY}") or ""
        self.kept = None

    def open(self, mode: str = "") -> FrameLocator:
        """Let the learner open the quiz; return its frame."""
        self.page.goto("lms.html")
        self.page.evaluate(_LAUNCH, [self.kept, "package", self.mastery, mode])
        frame = self.page.frame_locator("iframe")
        expect(frame.locator("[data-ready]")).to_be_attached()
        return frame

    def leave(self) -> dict[str, Any]:
        """Let the learner go; return what the course system holds of the sitting."""
        self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        wait_until(self.page, "async () => API.isTerminated()")
        self.kept = json.loads(self.page.evaluate("JSON.stringify(API.renderCMIToJSONObject())"))["cmi"]
        core: dict[str, Any] = self.kept["core"]
        return core


@pytest.fixture
def course(browser: Browser, node_modules: Path, tmp_path: Path) -> Iterator[Course]:
    """A course system; the test fails on a script error or a request that leaves it."""
    shutil.copy(node_modules / "scorm-again/dist/scorm12.min.js", tmp_path)
    (tmp_path / "lms.html").write_text(_SYSTEM, encoding="utf-8")
    with serving(tmp_path) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((address, "about:")) else faults.append(asked.url),
        )
        page.on("console", lambda said: faults.append(said.text) if "Security Policy" in said.text else None)
        yield Course(page, tmp_path)
        context.close()
        assert faults == []


def _shortest(guide: Guide) -> str:
    whole = [slug for slug, quiz in guide.quizzes.items() if quiz.select.random is None]
    return min(whole, key=lambda slug: len(all_asked(guide, guide.quizzes[slug])))


def _package(guide: Guide, locale: str, address: str = ADDRESS) -> bytes:
    voice = Voice(guide, locale)
    return scorm_package(portable(voice, guide.quizzes[_shortest(guide)], address), voice)


def _through(page: Page, frame: FrameLocator, wrong: int, stop_after: int = 1000) -> None:
    """Answer by keyboard to the result, or `stop_after` questions; the first `wrong` ones wrongly."""
    for number in range(stop_after):
        if frame.locator("[data-result]").is_visible():
            return
        question = frame.locator("form.question:visible")
        answer(page, question, right=number >= wrong)
        press(page, question.locator("[type=submit]"))
        expect(frame.locator("[data-next]")).to_be_visible()
        press(page, frame.locator("[data-next]"))


def test_a_learner_leaves_comes_back_and_passes(course: Course, guide: Guide) -> None:
    course.take_in(_package(guide, "es"))
    frame = course.open()
    expect(frame.locator("[data-not-kept]")).to_be_hidden()
    tab_to(course.page, frame.locator("[name=feedback]").first)
    press(course.page, frame.locator("[data-start] [type=submit]"))
    _through(course.page, frame, wrong=0, stop_after=2)
    core = course.leave()
    assert (core["lesson_status"], core["score"]["raw"], core["exit"]) == ("incomplete", "", "suspend")
    assert core["session_time"] != "00:00:00"

    frame = course.open()
    press(course.page, frame.locator("[data-continue]"))
    expect(frame.locator(".question:visible .question-number")).to_have_text("3")
    _through(course.page, frame, wrong=0)
    expect(frame.locator("[data-told]")).to_contain_text("100")
    core = course.leave()
    assert (core["lesson_status"], core["score"]) == ("passed", {"raw": "100", "min": "0", "max": "100"})

    # Who goes through it again to practise, and worse, loses nothing; the result of before is there at once.
    frame = course.open()
    expect(frame.locator("[data-result]")).to_be_visible()
    press(course.page, frame.locator("[data-new]"))
    _through(course.page, frame, wrong=1)
    core = course.leave()
    assert (core["lesson_status"], core["score"]["raw"]) == ("passed", "100")


def test_too_few_points_fail_and_what_is_left_out_is_no_result(course: Course, guide: Guide) -> None:
    course.take_in(_package(guide, "en"))
    frame = course.open()
    press(course.page, frame.locator("[data-start] [type=submit]"))
    _through(course.page, frame, wrong=1, stop_after=1)
    press(course.page, frame.locator("[data-finish]"))
    expect(frame.locator("[data-told]")).to_contain_text("once every question")
    core = course.leave()
    assert (core["lesson_status"], core["score"]["raw"]) == ("incomplete", "")

    frame = course.open()
    press(course.page, frame.locator("[data-go-on]"))
    _through(course.page, frame, wrong=1000)
    core = course.leave()
    assert core["lesson_status"] == "failed"
    assert 0 <= float(core["score"]["raw"]) < 75
    # A course without a score to reach knows only that the quiz was gone through; one made before the site
    # has an address names the tricks to read again and links nothing.
    course.take_in(_package(guide, "en", "https://forewarned.example/"))
    course.mastery = ""
    frame = course.open()
    frame.locator("[data-start] [type=submit]").press("Enter")
    _through(course.page, frame, wrong=1000)
    expect(frame.locator(".weak-tricks a").first).not_to_be_empty()
    expect(frame.locator("a[href]")).to_have_count(0)
    expect(frame.locator("[data-weak-list]")).to_be_hidden()
    assert course.leave()["lesson_status"] == "completed"


def test_without_a_course_it_says_that_nothing_is_kept(course: Course, guide: Guide) -> None:
    course.take_in(_package(guide, "en"))
    expect_no_faults_and_no_overflow(course.page, "package/index.html")
    expect(course.page.locator("[data-not-kept]")).to_contain_text("No course keeps this")
    frame = course.open(mode="review")
    expect(frame.locator("[data-not-kept]")).to_contain_text("No course keeps this")
    assert course.page.evaluate("API.isTerminated() && API.cmi.core.score.raw === ''")
    assert course.page.evaluate("Object.keys(localStorage)") == []


_NAMES = [f"a-trick-of-a-long-name-{number}" for number in range(278)]


def test_what_is_kept_of_the_longest_quiz_has_room(modules: Page) -> None:
    """Of 278 questions, as many as the whole guide asks, every answer a list of four."""
    answers = {name: [1, 2, 3, 4] for name in _NAMES}
    session = {"seed": 999_999, "names": _NAMES[::-1], "answers": answers, "at": 277, "finished": True}
    asked = """async ([session, names]) => {
        const {MOST, packed, unpacked} = await import("/course/suspended.js");
        const text = JSON.stringify(packed(session, names, "digest"));
        const read = (told, of = "digest") => unpacked(told, names, of);
        const told = JSON.parse(text);
        const unknown = {of: "digest", asked: "zz", given: ""};
        return [text.length < MOST, read(told), read(told, "other"), read(unknown), read(null)];
    }"""
    assert modules.evaluate(asked, [session, _NAMES]) == [True, session, None, None, None]


def test_a_sitting_is_told_in_scorms_own_timespan(modules: Page) -> None:
    asked = """async () => {
        const {timespan} = await import("/course/runtime.js");
        return [0, 999, 59_999, 61_000, 36_000_000 + 5].map(timespan);
    }"""
    told = ["0000:00:00.00", "0000:00:00.99", "0000:00:59.99", "0000:01:01.00", "0010:00:00.00"]
    assert modules.evaluate(asked) == told


def test_the_course_system_is_found_wherever_it_may_stand(modules: Page) -> None:
    """In a frame above, in the window that opened this one, in one above that; never in another site's."""
    asked = """async () => {
        const {findApi} = await import("/course/runtime.js");
        const window = (given) => {
            const made = {...given};
            made.parent ??= made;
            made.top ??= made.parent.top ?? made.parent;
            return made;
        };
        const elsewhere = {get API() { throw new DOMException("another site's", "SecurityError"); }, top: {}};
        const course = window({API: "found"});
        const inFrame = window({parent: window({parent: course})});
        const opened = window({opener: window({parent: course})});
        return [course, inFrame, opened, window({parent: opened}), window({}), elsewhere].map(findApi);
    }"""
    assert modules.evaluate(asked) == ["found"] * 4 + [None, None]
