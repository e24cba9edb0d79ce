"""KnowledgeGraph → file, for other tools."""
