"""A question and the sentences of articles -> those that answer it, or none: `answer` is the room's door.

question.py reads what is asked for, likeness.py says how near the sentences' words come to the question's, wanted.py whether a sentence
holds the kind of thing that is asked for; traits.py puts these into numbers, weighing.py says what each counts.
"""
