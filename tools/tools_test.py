#!/usr/bin/env python3
"""The checks are checked: each seeded fault must be found, and a clean tree must stay silent."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import layers  # noqa: E402
import tidy  # noqa: E402

LAYERS = "base : | fmt/\nplan : base | yaml-cpp/\nstore : base plan | sqlite3.h\n"


def tree(files):
    root = pathlib.Path(tempfile.mkdtemp())
    (root / "layers.txt").write_text(LAYERS)
    for name, text in files.items():
        path = root / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


class Layers(unittest.TestCase):
    def faults(self, files):
        return layers.check(tree(files))[1]

    def test_a_clean_tree_is_silent(self):
        self.assertEqual(self.faults({"base/a.h": "#include <vector>\n#include <fmt/format.h>\nnamespace base {}\n", "plan/b.cpp": '#include "base/a.h"\n#include <yaml-cpp/yaml.h>\n#include <sys/stat.h>\n'}), [])

    def test_an_upward_include_is_found(self):
        self.assertIn("base may not include plan", self.faults({"base/a.h": '#include "plan/b.h"\n'})[0])

    def test_a_foreign_library_is_found(self):
        self.assertIn("plan may not use <sqlite3.h>", self.faults({"plan/b.cpp": "#include <sqlite3.h>\n"})[0])
        self.assertIn("plan may not use <boost/asio.hpp>", self.faults({"plan/b.cpp": "#include <boost/asio.hpp>\n"})[0])

    def test_a_test_header_is_only_for_tests(self):
        self.assertEqual(self.faults({"plan/b_test.cpp": "#include <gtest/gtest.h>\n"}), [])
        self.assertTrue(self.faults({"plan/b.cpp": "#include <gtest/gtest.h>\n"}))

    def test_an_include_without_its_module_is_found(self):
        self.assertIn("every include starts at src/", self.faults({"plan/b.cpp": '#include "b.h"\n'})[0])

    def test_a_foreign_namespace_is_found(self):
        self.assertIn("folder = namespace", self.faults({"plan/b.h": "namespace store {}\n"})[0])

    def test_an_unlisted_folder_is_found(self):
        self.assertIn("not in layers.txt", self.faults({"utils/a.h": ""})[0])

    def test_a_cycle_cannot_be_written_down(self):
        with self.assertRaises(ValueError):
            layers.read_layers("a : b |\nb : a |\n")


class Tidy(unittest.TestCase):
    def test_a_long_function_is_found(self):
        text = "void f() {\n" + "    g();\n" * 80 + "}\n"
        self.assertIn("a function of 82 lines", tidy.check_source(pathlib.Path("src/plan/a.cpp"), text)[0])

    def test_a_long_line_is_found(self):
        self.assertIn("101 columns", tidy.check_source(pathlib.Path("src/plan/a.cpp"), "/" * 101 + "\n")[0])

    def test_a_banned_word_is_found(self):
        self.assertIn("is banned", tidy.check_source(pathlib.Path("src/plan/a.cpp"), "// TODO later\n")[0])

    def test_a_dead_path_in_a_document_is_found(self):
        root = pathlib.Path(tempfile.mkdtemp())
        faults = tidy.check_document(root, pathlib.Path("a.md"), "# A\nsee `src/nowhere.cpp`\n")
        self.assertIn("does not exist", faults[0])


if __name__ == "__main__":
    unittest.main()
