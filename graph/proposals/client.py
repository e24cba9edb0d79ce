"""One question to a server that speaks OpenAI's chat protocol: Ollama, vLLM, LM Studio, OpenAI."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph.errors import InputError, MissingExtraError, ProposalError

if TYPE_CHECKING:
    from openai import OpenAI

URL, MODEL, KEY = "MOONSHOT_GRAPH_LLM_URL", "MOONSHOT_GRAPH_LLM_MODEL", "MOONSHOT_GRAPH_LLM_KEY"
TIMEOUT = "MOONSHOT_GRAPH_LLM_TIMEOUT"
_RETRIES = 2
_LONGEST_ANSWER = 8192
"""Tokens; a longer answer is cut off by the server and then dropped as broken."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the model is and what it is called; the key is never shown."""

    url: str
    model: str
    key: str = field(repr=False)
    timeout: float = 120.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote, and what it cost in tokens, as far as the server says."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of ``environment``.

    Raises :class:`InputError` where the address or the model is missing, and
    :class:`MissingExtraError` where the client is not installed.
    """
    missing = [name for name in (URL, MODEL) if not environment.get(name, "").strip()]
    if missing:
        raise InputError(
            f"--llm needs {' and '.join(missing)}: the address of a server that speaks OpenAI's chat protocol "
            "(http://localhost:11434/v1) and the name of its model"
        )
    if find_spec("openai") is None:
        raise MissingExtraError("--llm", "llm")
    try:
        timeout = float(environment.get(TIMEOUT, "") or 120)
    except ValueError as error:
        raise InputError(f"{TIMEOUT} is not a number of seconds") from error
    # A local server wants no key, but the client sends one.
    key = environment.get(KEY, "") or "none"
    return Settings(environment[URL].strip(), environment[MODEL].strip(), key, timeout)


def ask(settings: Settings, messages: list[dict[str, str]]) -> Answer:
    """Return the model's answer to ``messages``. Raises :class:`ProposalError` in one line."""
    import openai

    client = openai.OpenAI(
        base_url=settings.url,
        api_key=settings.key,
        timeout=settings.timeout,
        max_retries=_RETRIES,
    )
    try:
        return _answer(client, settings.model, messages)
    except openai.APITimeoutError as error:
        raise ProposalError(f"no answer within {settings.timeout:g} s") from error
    except openai.APIConnectionError as error:
        raise ProposalError(f"cannot be reached at {settings.url}") from error
    except openai.AuthenticationError as error:
        raise ProposalError(f"refused the key; set {KEY}") from error
    except openai.APIStatusError as error:
        raise ProposalError(f"answered with an error {error.status_code}") from error
    except (openai.OpenAIError, ValueError) as error:
        raise ProposalError("gave an answer that is none of the chat protocol") from error
    finally:
        client.close()


def _answer(client: OpenAI, model: str, messages: list[dict[str, str]]) -> Answer:
    # The client's types name each role; the messages are made here.
    done = client.chat.completions.create(
        model=model,
        messages=messages,  # type: ignore[arg-type]
        temperature=0,
        seed=0,
        max_tokens=_LONGEST_ANSWER,
    )
    if not getattr(done, "choices", None):
        raise ValueError("no choices")
    message = done.choices[0].message
    if getattr(message, "refusal", None):
        raise ProposalError("refused to answer")
    usage = done.usage
    return Answer(
        message.content or "",
        (usage.prompt_tokens if usage else 0) or 0,
        (usage.completion_tokens if usage else 0) or 0,
    )
