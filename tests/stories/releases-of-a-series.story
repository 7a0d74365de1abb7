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
2024-01        172.003     170.014 and 173.993     168.654 and 175.353
published-figures:category=invented;measure=receipts
as of 2024-01-25, from 72 months between 2018-01 and 2023-12

last figures; 60 that are a year old were revised by +2.01 % on average, deviation 0.30 %: a bias
2023-10 is expected to become 171.281, published is 167.9
2023-11 is expected to become 172.607, published is 169.2
2023-12 is expected to become 174.749, published is 171.3

month         forecast        80 % lie between        95 % lie between
2024-01        175.415     173.340 and 177.490     171.954 and 178.876
2024-01        173.029     170.845 and 175.212     169.354 and 176.703
2024-02        174.121     171.174 and 177.068     169.160 and 179.082
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
3      2024-01-25  2024-01        173.029     170.845 and 175.212       174.6
3      2024-01-25  2024-02        174.121     171.174 and 177.068       175.3
3      2024-01-25  2024-03        175.062     171.525 and 178.599           -
3      2024-01-25  2024-04        176.436     172.365 and 180.508           -
80 % of months: 2 of 2 came inside, mean quantile loss 0.257

published-figures:category=invented;measure=receipts
first figures
entry  published   of            forecast        80 % lie between        came
4      2024-01-25  2024-01        172.003     170.014 and 173.993       171.0
4      2024-01-25  2024-02        173.059     170.299 and 175.819       172.1
4      2024-01-25  2024-03        174.052     170.703 and 177.401           -
4      2024-01-25  2024-04        175.402     171.547 and 179.256           -
80 % of months: 2 of 2 came inside, mean quantile loss 0.237

published-figures:category=invented;measure=receipts
last figures
entry  published   of            forecast        80 % lie between        came
5      2024-01-25  2024-01        175.415     173.340 and 177.490       174.6
5      2024-01-25  2024-02        176.512     173.664 and 179.359       175.3
5      2024-01-25  2024-03        177.532     174.092 and 180.973           -
5      2024-01-25  2024-04        178.917     174.945 and 182.889           -
80 % of months: 2 of 2 came inside, mean quantile loss 0.246
== EXIT 0
== RUN tameel forecast --published --as-of 2024-04-01 | grep " 2024-01 "
== OUT
3      2024-01-25  2024-01        173.029     170.845 and 175.212       171.0
4      2024-01-25  2024-01        172.003     170.014 and 173.993       171.0
5      2024-01-25  2024-01        175.415     173.340 and 177.490       171.0
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
