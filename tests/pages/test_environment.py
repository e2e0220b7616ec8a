"""Templates come out as Jinja's own environment makes them: everything escaped once, macros and calls as written."""

import jinja2
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from huimin.pages.environment import environment

SOURCE = """
{%- macro item(x, more="") %}<b>{{ x }}</b>{{ more }}{% endmacro -%}
{{ value }}{{ value|upper }}{{ say(value, n=value) }}{{ item(value) }}{{ item(item(value), more=say(value, n=1)) }}
{%- for v in [value, 3, none] %}{{ loop.index }}{{ say(v, n=loop.last) }}{{ item(v) }}{% endfor -%}
{{ "a" ~ value }}{{ item(value) ~ value }}"""


def say(value, n):
    return f"<i>{value}|{n}"


@given(st.text(alphabet="<>&\"'a一 ", max_size=12), st.booleans())
def test_everything_is_escaped_as_by_jinja(text, is_html):
    value = Markup(text) if is_html else text
    theirs = jinja2.Environment(autoescape=True).from_string(SOURCE)
    ours = environment("zh").from_string(SOURCE)
    assert ours.render(value=value, say=say) == theirs.render(value=value, say=say)
