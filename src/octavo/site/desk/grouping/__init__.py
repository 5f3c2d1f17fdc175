"""Has each article placed among copies and stories, in a process of its own."""
