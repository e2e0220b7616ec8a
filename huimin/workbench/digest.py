"""The digest of a step, by which a filled checklist tells whether the step still says what it said."""

from __future__ import annotations

import hashlib
import json

from huimin.model.requirement import Step


def step_digest(step: Step) -> str:
    """The first 16 hex digits of SHA-256 over all that a reader acts on, as canonical JSON.

    These are the Chinese words, origin, phase, lead, helpers and time. Neither the step's id nor its English nor
    what it supersedes counts: a new translation asks nobody to confirm anything.
    """
    content = {
        "title": step.title.zh,
        "detail": step.detail.zh if step.detail else "",
        "output": step.output.zh,
        "evidence": step.evidence.zh,
        "origin": step.origin,
        "phase": step.phase,
        "lead": step.lead,
        "helpers": step.helpers,
        "time": [step.time.anchor, step.time.days],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
