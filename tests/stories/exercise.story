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
== RUN tameel fund gap --store one.db | sed -n -e '1p' -e '$p'; tameel fund pipeline --store one.db
== OUT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
EXERCISE, NOT FACT
Pakistan Business Process Outsourcing Export Strategy 2023-2027, as of 2026-11-22
money of each fund in its own currency, from prospect to expenditure

no money is recorded
EXERCISE, NOT FACT
== EXIT 0
== RUN tameel verify --store one.db | head -2 | sed 's/.* entries.*/all entries hold/'
== OUT
EXERCISE, NOT FACT
all entries hold
== EXIT 0
