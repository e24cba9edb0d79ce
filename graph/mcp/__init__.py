"""A store for language-model assistants, over the Model Context Protocol: read-only, with the quotes in every answer."""
