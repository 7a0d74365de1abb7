# E0108. A strategy is four files; each that is missing is named, and the others are still checked.
== COPY tests/fixtures/small
== RUN rm small/sources.yaml small/indicators.yaml && tameel check small
== OUT
indicators.yaml:1:1: error E0108: expected the file indicators.yaml; it cannot be read
  hint: A strategy is a folder with plan.yaml, institutions.yaml, indicators.yaml and sources.yaml.
sources.yaml:1:1: error E0108: expected the file sources.yaml; it cannot be read
  hint: A strategy is a folder with plan.yaml, institutions.yaml, indicators.yaml and sources.yaml.
2 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
