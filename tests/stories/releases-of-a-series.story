# A figure is first published, and revised later: which of the two is forecast is said. Here each month is raised by about 2 % three months after it was first published.
== COPY tests/fixtures/small
== CLOCK 2024-01-25
== STORE store.db FROM small
== FILE make.py
# The noise is of a small generator.
import datetime
state = 7
print("category,measure,period,value,status,published,source")
def noise():
    global state
    state = (1103515245 * state + 12345) % 2**31
    return state / 2**31 - 0.5
def published(t):
    return f"{2018 + t // 12}-{t % 12 + 1:02}-20"
for t in range(72):
    value = 100 + t + 4 * noise()
    print(f"invented,receipts,{2018 + t // 12}-{t % 12 + 1:02},{value:.1f},P,{published(t + 1)},office")
    if t + 4 < 73:
        print(f"invented,receipts,{2018 + t // 12}-{t % 12 + 1:02},{value * (1.02 + 0.01 * noise()):.1f},R,{published(t + 4)},office")
== RUN python3 make.py > table.csv; tameel load table.csv 2>&1 | head -1
== OUT
141 rows, 141 observations in 1 series from 1 source
== EXIT 0
== RUN tameel forecast category=invented --every month --horizon 2 --release first | head -7; tameel forecast category=invented --every month --horizon 2 --release last | head -10; tameel forecast category=invented --every month --horizon 2 | head -6 | tail -2
== OUT
published-figures:category=invented;measure=receipts
as of 2024-01-25, from 72 months between 2018-01 and 2023-12

first figures; 60 that are a year old were revised by +2.01 % on average, deviation 0.30 %: a bias

month         forecast        80 % lie between        95 % lie between
2024-01        171.964     169.922 and 174.006     168.527 and 175.401
published-figures:category=invented;measure=receipts
as of 2024-01-25, from 72 months between 2018-01 and 2023-12

last figures; 60 that are a year old were revised by +2.01 % on average, deviation 0.30 %: a bias
2023-10 is expected to become 171.281, published is 167.9
2023-11 is expected to become 172.607, published is 169.2
2023-12 is expected to become 174.749, published is 171.3

month         forecast        80 % lie between        95 % lie between
2024-01        175.327     173.199 and 177.455     171.776 and 178.878
2024-01        172.915     170.690 and 175.141     169.170 and 176.661
2024-02        174.029     171.034 and 177.024     168.988 and 179.070
== EXIT 0
# As of a year earlier.
== RUN tameel forecast category=invented --every month --horizon 1 --release last --as-of 2023-01-25 --json | sed -n '/"revisions"/,/"moved"/p'
== OUT
  "revisions": {
    "figures": 48,
    "mean_percent": 2.019,
    "deviation_percent": 0.306,
    "biased": true,
    "moved": [
== EXIT 0
# Forecasts of one day are published of each; what came is held against the figure that was meant.
== RUN for release in in-force first last; do tameel forecast category=invented --every month --horizon 4 --levels 80 --release $release --publish | head -1; done
== OUT
entry 3 recorded at 2024-01-25T09:00:00.000000Z
entry 4 recorded at 2024-01-25T09:00:00.000000Z
entry 5 recorded at 2024-01-25T09:00:00.000000Z
== EXIT 0
== CLOCK 2024-06-25
== FILE later.csv
category,measure,period,value,status,published,source
invented,receipts,2024-01,171.0,P,2024-02-20,office
invented,receipts,2024-02,172.1,P,2024-03-20,office
invented,receipts,2024-01,174.6,R,2024-05-20,office
invented,receipts,2024-02,175.3,R,2024-06-20,office
== RUN tameel load later.csv 2>&1 | head -1
== OUT
4 rows, 4 observations in 1 series from 1 source
== EXIT 0
== RUN tameel forecast --published
== OUT
published-figures:category=invented;measure=receipts
entry  published   of            forecast        80 % lie between        came
3      2024-01-25  2024-01        172.915     170.690 and 175.141       174.6
3      2024-01-25  2024-02        174.029     171.034 and 177.024       175.3
3      2024-01-25  2024-03        174.894     171.301 and 178.487           -
3      2024-01-25  2024-04        176.329     172.197 and 180.461           -
80 % of months: 2 of 2 came inside, mean quantile loss 0.261

published-figures:category=invented;measure=receipts
first figures
entry  published   of            forecast        80 % lie between        came
4      2024-01-25  2024-01        171.964     169.922 and 174.006       171.0
4      2024-01-25  2024-02        172.999     170.189 and 175.810       172.1
4      2024-01-25  2024-03        173.917     170.510 and 177.324           -
4      2024-01-25  2024-04        175.322     171.405 and 179.240           -
80 % of months: 2 of 2 came inside, mean quantile loss 0.243

published-figures:category=invented;measure=receipts
last figures
entry  published   of            forecast        80 % lie between        came
5      2024-01-25  2024-01        175.327     173.199 and 177.455       174.6
5      2024-01-25  2024-02        176.466     173.565 and 179.368       175.3
5      2024-01-25  2024-03        177.378     173.877 and 180.879           -
5      2024-01-25  2024-04        178.848     174.811 and 182.884           -
80 % of months: 2 of 2 came inside, mean quantile loss 0.251
== EXIT 0
== RUN tameel forecast --published --as-of 2024-04-01 | grep " 2024-01 "
== OUT
3      2024-01-25  2024-01        172.915     170.690 and 175.141       171.0
4      2024-01-25  2024-01        171.964     169.922 and 174.006       171.0
5      2024-01-25  2024-01        175.327     173.199 and 177.455       171.0
== EXIT 0
# What cannot be asked.
== RUN tameel forecast category=invented --release newest
== ERR
tameel: E0001 release: expected one of in-force, first, last, found "newest"
== EXIT 2
== RUN tameel forecast category=invented --every year --release first
== ERR
tameel: E0001 release: expected in-force for years that are sums of months, found first
== EXIT 2
== RUN tameel forecast category=invented --every year --release first --publish
== ERR
tameel: E0001 release: expected in-force for years that are sums of months, found first
== EXIT 2
== RUN tameel forecast category=invented --release newest --publish
== ERR
tameel: E0001 release: expected one of in-force, first, last, found "newest"
== EXIT 2
