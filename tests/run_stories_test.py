#!/usr/bin/env python3
"""Tests of the story runner: what must pass, and above all what must fail."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import run_stories  # noqa: E402

PROGRAM = "#!/bin/sh\necho one\necho two 2>&1\necho wrong >&2\nexit 3\n"
STORY = "# A story.\n== FILE a/b.txt\ntext\n== RUN cat a/b.txt && tameel\n== OUT\ntext\none\ntwo\n== ERR\nwrong\n== EXIT 3\n"


class Matching(unittest.TestCase):
    def test_exact_lines_match_only_themselves(self):
        self.assertTrue(run_stories.matches(["a", "b"], ["a", "b"]))
        self.assertFalse(run_stories.matches(["a", "b"], ["a"]))
        self.assertFalse(run_stories.matches(["a"], ["a", "b"]))
        self.assertFalse(run_stories.matches([], ["a"]))

    def test_dots_stand_for_any_lines(self):
        self.assertTrue(run_stories.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
        self.assertTrue(run_stories.matches(["a", "...", "d"], ["a", "d"]))
        self.assertTrue(run_stories.matches(["..."], []))
        self.assertFalse(run_stories.matches(["a", "...", "d"], ["a", "b"]))

    def test_any_stands_for_part_of_a_line(self):
        self.assertTrue(run_stories.matches(["in <any> ms."], ["in 12 ms."]))
        self.assertFalse(run_stories.matches(["in <any> ms."], ["in 12 msx"]))


class Running(unittest.TestCase):
    def run_story(self, text, accept=False):
        with tempfile.TemporaryDirectory() as name:
            program = Path(name) / "tameel"
            program.write_text(PROGRAM)
            program.chmod(0o755)
            story = Path(name) / "x.story"
            story.write_text(text)
            problems = run_stories.run_story(story, program, accept)
            return problems, story.read_text()

    def test_a_story_that_holds(self):
        self.assertEqual(self.run_story(STORY)[0], [])

    def test_another_output_error_or_exit_code_fails(self):
        for old, new in (("two\n", "three\n"), ("wrong\n", "right\n"), ("EXIT 3", "EXIT 0"), ("== OUT\ntext\n", "== OUT\n")):
            self.assertTrue(self.run_story(STORY.replace(old, new))[0], new)

    def test_output_that_is_not_expected_fails(self):
        self.assertTrue(self.run_story("== RUN echo x\n")[0])

    def test_accept_rewrites_what_is_expected(self):
        wrong = STORY.replace("two\n", "three\n").replace("EXIT 3", "EXIT 0")
        self.assertEqual(self.run_story(wrong, accept=True)[1], STORY)

    def test_a_command_goes_on_until_the_next_section(self):
        self.assertEqual(self.run_story("== RUN cat <<X\na\nX\n== OUT\na\n")[0], [])

    def test_accept_keeps_prose_before_the_command_it_speaks_of(self):
        story = "== RUN echo a\n# Now b.\n== RUN echo b\n"
        wanted = "== RUN echo a\n== OUT\na\n== EXIT 0\n# Now b.\n== RUN echo b\n== OUT\nb\n== EXIT 0\n"
        self.assertEqual(self.run_story(story, accept=True)[1], wanted)
        self.assertEqual(self.run_story(wanted, accept=True)[1], wanted)

    def test_accept_writes_no_hash(self):
        story = "== RUN echo leaf hash 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"
        self.assertIn("leaf hash <any>\n", self.run_story(story, accept=True)[1])

    def test_the_clock_stands_from_where_it_is_set(self):
        story = ("== RUN echo ${TAMEEL_CLOCK-none}\n== OUT\nnone\n"
                 "== CLOCK 2024-05-20\n== RUN echo $TAMEEL_CLOCK\n== OUT\n2024-05-20T09:00:00.000000Z\n")
        self.assertEqual(self.run_story(story)[0], [])
        with self.assertRaises(run_stories.StoryError):
            self.run_story("== CLOCK yesterday\n== RUN true\n")

    def test_a_store_that_cannot_be_made_is_no_story(self):
        with self.assertRaises(run_stories.StoryError):  # the program here fails
            self.run_story("== STORE s.db FROM x\n== RUN true\n")
        with self.assertRaises(run_stories.StoryError):
            self.run_story("== STORE s.db\n== RUN true\n")

    def test_a_file_cannot_leave_the_working_folder(self):
        with self.assertRaises(run_stories.StoryError):
            self.run_story("== FILE ../x\n== RUN true\n")

    def test_no_story_is_a_failure(self):
        with tempfile.TemporaryDirectory() as name:
            program = Path(name) / "tameel"
            program.write_text(PROGRAM)
            done = subprocess.run([sys.executable, run_stories.__file__, "--tameel", str(program), name],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stdout, "0 passed, 0 failed\n")


if __name__ == "__main__":
    unittest.main()
