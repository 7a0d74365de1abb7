# An exercise writes a plausible journal for training. It says of itself that it is no fact, and the same seed
# tells the same story.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-22
== RUN tameel exercise strategy --store one.db --entries 2000 --seed 7
== OUT
exercise, not fact: <any> entries from seed 7
== EXIT 0
== RUN tameel exercise strategy --store two.db --entries 2000 --seed 7 > two
== EXIT 0
== RUN tameel exercise strategy --store three.db --entries 2000 --seed 8
== OUT
exercise, not fact: <any> entries from seed 8
== EXIT 0
== RUN tameel status --store one.db > one; tameel status --store two.db > two; tameel status --store three.db > three; cmp one two && ! cmp -s one three && head -1 one && tail -1 one
== OUT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
== EXIT 0
== RUN tameel status --store one.db --json | grep -m1 exercise
== OUT
    "exercise": true
== EXIT 0
# Its money and its programmes say so, too, before and after; the same seed has the same money.
== RUN for page in "gap" "gap --by funder" "pipeline" "records" "lines"; do tameel fund $page --store one.db > page; sed -n -e '1p' -e '$p' page; done; tameel fund gap --store two.db > two; tameel fund gap --store one.db | cmp - two
== OUT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
== EXIT 0
== RUN for page in "list" "show conversion-courses" "show usf-backhaul"; do tameel programme $page --store one.db > page; sed -n -e '1p' -e '$p' page; done
== OUT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
== EXIT 0
# Nothing is wider than a page.
== RUN for page in "fund gap" "fund gap --by account" "fund pipeline" "fund records" "fund lines" "programme list" "programme show usf-backhaul"; do tameel $page --store one.db; done | python3 -c 'import sys; print(max(len(line.rstrip("\n")) for line in sys.stdin) <= 120)'
== OUT
True
== EXIT 0
== RUN tameel verify --store one.db | head -2 | sed 's/.* entries.*/all entries hold/'
== OUT
EXERCISE, NOT FACT
all entries hold
== EXIT 0
