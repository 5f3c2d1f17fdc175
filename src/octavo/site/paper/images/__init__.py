"""Pictures of articles, fetched by the paper itself, so that publishers do not learn who reads."""
