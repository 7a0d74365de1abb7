# E0109. Lists inside lists inside lists: nothing in a plan is nested that deeply.
== COPY tests/fixtures/small
== RUN (echo 'institutions:'; printf '  '; printf -- '- %.0s' {1..40}; echo a) > small/institutions.yaml && tameel check small
== OUT
institutions.yaml:2:1: error E0109: the text is nested deeper than 24 levels
   2 |   - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a
     | ^
  hint: A file of a strategy has at most 4 MB and 24 levels.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 0 institutions
== EXIT 1
