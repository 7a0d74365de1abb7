# Pakistan's BPO Export Strategy 2023-2027 compiles: no errors; what its source leaves open, and what
# its figures do not bear out, are warnings.
== COPY strategies/pakistan-bpo-2023 AS strategy
== RUN tameel check strategy | tail -1
== OUT
0 errors, 197 warnings; 23 activities, 47 targets, 4 outcomes, 27 institutions, 20 programmes, 14 dataflows
== EXIT 0
# Warnings by code, and what is left open: 41 of 47 targets have no due date.
== RUN tameel check strategy --json | python3 -c '
import collections, json, re, sys
found = json.load(sys.stdin)
print({key: found[key] for key in ("errors", "warnings", "activities", "targets", "outcomes", "institutions")})
for code, number in sorted(collections.Counter(d["code"] for d in found["diagnostics"]).items()):
    print(code, number)
open_fields = [re.match("the (.*?) (is|are) open", d["message"])[1] for d in found["diagnostics"] if d["code"] == "W0101"]
print(*(f"{field}: {number} open" for field, number in sorted(collections.Counter(open_fields).items())), sep="\n")'
== OUT
{'errors': 0, 'warnings': 197, 'activities': 23, 'targets': 47, 'outcomes': 4, 'institutions': 27}
W0101 153
W0102 3
W0103 1
W0104 3
W0105 1
W0106 1
W0120 35
baseline: 12 open
chair: 1 open
due date: 41 open
kind: 1 open
lead: 2 open
means of verification: 47 open
period: 23 open
question: 6 open
quorum: 1 open
support: 2 open
targets: 1 open
term: 1 open
type: 14 open
value: 1 open
== EXIT 0
# What does not recompute: a slip of unit, a growth rate that is one of two years, shares of more than the whole.
== RUN tameel check strategy | grep 'warning W0120' | grep -e '2.135 USD' -e 101.4 -e '178 percent over' -e '14 percent a year over' -e '7.8 percent a year' | sed 's/^[^ ]* //'
== OUT
warning W0120: The two ten-month totals are of one size: printed 2.135 USD million, recomputed 2593 USD million (the roundings allow 0.5005 USD million)
warning W0120: The total of the year before is the one that the statistics office prints: printed 2.135 USD million, recomputed 2135 USD million (the roundings allow 0.5005 USD million)
warning W0120: Lahore, Karachi, Islamabad with Rawalpindi and the rest hold all registered companies: printed 100, recomputed 101.4 (the roundings allow 0.867)
warning W0120: 178 percent over five years is 30 percent a year: printed 178 percent, recomputed 271.3 percent (the roundings allow 7.64 percent)
warning W0120: Exports grew by 178 percent over the past five years: printed 178 percent, recomputed 146.8 percent (the roundings allow 1.67 percent)
warning W0120: Revenue grew by 14 percent a year over the past decade: printed 14 percent, recomputed 24.7 percent (the roundings allow 0.56 percent)
warning W0120: Employment grows by 7.8 percent a year from 2019 to 2022: printed 7.8 percent, recomputed 11.46 percent (the roundings allow 1.81 percent)
== EXIT 0
