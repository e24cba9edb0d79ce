"""KnowledgeGraph → what follows from it."""
def derive(graph, vocabulary):
    return graph
