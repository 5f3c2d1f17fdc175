"""The Django project: library (tables), readers (people), paper (pages)."""
