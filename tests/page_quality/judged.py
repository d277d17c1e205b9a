"""What IBM's checker says that is no fault of ours, each with the reason; all else counts."""

from collections.abc import Mapping
from types import MappingProxyType

SURE_BUT_FALSE: Mapping[str, str] = MappingProxyType(
    {
        "aria_form_label_unique": "a form without a name is no landmark (HTML-AAM 1.0, form)",
        "aria_landmark_name_unique": "a form without a name is no landmark (HTML-AAM 1.0, form)",
        "element_tabbable_role_valid": "a table wider than the window is a named region that the keyboard can"
        " scroll (WCAG 2.2, 2.1.1; axe asks for it)",
    }
)
"""Of what the checker calls a violation."""

POSSIBLE_BUT_FALSE: Mapping[str, str] = MappingProxyType(
    {
        "style_focus_visible": "said of every link and button",
        "style_highcontrast_visible": "said of every style sheet",
        "style_color_misuse": "said of every style sheet",
        "style_viewport_resizable": "said of every style sheet; no text is sized by the window alone",
        "element_tabbable_visible": "the skip link, which shows itself when it has the focus",
        "element_tabbable_unobscured": "what stands below the window's edge, which the focus scrolls to",
        "form_submit_button_exists": "filters that act at once",
        "input_label_visible": "the search field and the theme switch: an icon with a name",
        "input_checkboxes_grouped": "boxes of a list below a heading of their own: each is its own matter",
        "text_block_heading": "bold words at the start of a paragraph, and a title beside its heading twin",
        "text_sensory_misuse": "words such as 'right' that are no place on the page",
        "aria_descendant_valid": "bold words in a button's own name",
        "widget_tabbable_single": "a row's heading of which two fields can be changed",
    }
)
"""Of what the checker asks somebody to look at: one place of each rule was, on 27 November 2026."""
