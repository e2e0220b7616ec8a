"""The stories, played: each question finds its answer by links from the home page."""

import pytest

from tests.browser.stories import STORIES, play


@pytest.mark.parametrize("name", STORIES)
def test_a_reader_finds_every_answer_from_the_home_page(name, chromium, address):
    lang, width, scenes = STORIES[name]
    context = chromium.new_context(
        locale={"zh": "zh-CN", "en": "en"}[lang],
        viewport={"width": width, "height": 900},
        has_touch=width < 600,
    )
    seen = []
    play(context.new_page(), address, name, lambda number, scene: seen.append(scene.name))
    assert seen == [scene.name for scene in scenes]
    context.close()
