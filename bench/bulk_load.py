"""Writes a strategy with one dataflow of services by country, and a large SDMX-CSV message of it."""
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVICES, AREAS, MONTHS = 400, 220, 240
HEADER = "DATAFLOW,FREQ,AREA,SERVICE,UNIT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,PUBLISHED\n"


def codes(count, letter, word):
    return "".join(f"      - code: {letter}{i:03}\n        name: {word} {i}\n        printed:\n          - {word} {i}\n" for i in range(count))


def strategy(folder):
    """A small strategy whose statistics.yaml declares the dataflow."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tests/fixtures/small", folder)
    (pathlib.Path(folder) / "statistics.yaml").write_text(f"""agency:
  id: BENCH
  name: An agency
providers:
  - id: OFFICE
    name: An office
subjects:
  - id: SUBJECT
    name: A subject
units:
  - printed: USD thousand
    code: USD
    multiplier: 3
lists:
  - id: CL_SERVICE
    version: "1.0"
    name: Services
    codes:
{codes(SERVICES, "S", "service")}  - id: CL_AREA
    version: "1.0"
    name: Countries
    codes:
{codes(AREAS, "A", "country")}  - id: CL_UNIT
    version: "1.0"
    name: Units
    codes:
      - code: USD
        name: US dollar
structures:
  - id: DSD
    version: "1.0"
    name: A structure
    dimensions:
      - id: FREQ
        name: Frequency
        list: CL_FREQ
        from: frequency
      - id: AREA
        name: Country
        list: CL_AREA
        from: column
        text: geography
      - id: SERVICE
        name: Service
        list: CL_SERVICE
        from: column
        text: category
      - id: UNIT
        name: Unit
        list: CL_UNIT
        from: unit
flows:
  - id: TRADE
    version: "1.0"
    name: A dataflow
    structure: DSD
    provider: OFFICE
    subject: SUBJECT
    where:
      category:
{"".join(f"        - service {i}{chr(10)}" for i in range(SERVICES))}""", encoding="utf-8")


def message(path, bytes_wanted):
    """Series by series; gives the number of rows. The numbers are invented, and the same in every run."""
    months = [(f"{2003 + m // 12}-{m % 12 + 1:02}", f"{2003 + (m + 1) // 12}-{(m + 1) % 12 + 1:02}-20") for m in range(MONTHS)]
    rows = written = 0
    state = 20240520
    with open(path, "w", buffering=1 << 20) as out:
        out.write(HEADER)
        for area in range(AREAS):
            for service in range(SERVICES):
                state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                level, step, lines = 100 + state % 900_000, state >> 40, []
                for m, (month, published) in enumerate(months):
                    level += (step * (m + 7) * 7919) % 2001 - 990
                    lines.append(f"BENCH:TRADE(1.0),M,A{area:03},S{service:03},USD,{month},{abs(level) / 10:.1f},A,3,{published}\n")
                text = "".join(lines)
                out.write(text)
                rows += MONTHS
                written += len(text)
                if written >= bytes_wanted:
                    return rows
    return rows
