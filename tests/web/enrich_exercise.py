"""What an exercise of `tameel exercise` lacks and the pages can show: a meeting without quorum, a recusal, the next
meeting with its agenda, a working group, steps, proposals that wait, money in two currencies, a cohort. Made up, like
all of an exercise."""
import datetime
import json
import pathlib
import subprocess

TODAY = datetime.date.today()
SEATS = "moc,tdap,moitt,pseb,mofept,smeda,fbr,moip,secp,pasha,uet-lahore,sp-global"


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


def steps(*titles):
    """Steps one after the other, from last year on."""
    begin = datetime.date(TODAY.year - 1, 3, 1)
    spans = [(begin + datetime.timedelta(days=240 * i), begin + datetime.timedelta(days=240 * i + 210)) for i in range(len(titles))]
    return "steps=" + json.dumps([{"title": title, "from": a.isoformat(), "until": b.isoformat()} for title, (a, b) in zip(titles, spans)])


def council(run):
    run("council", "schedule", "exercise-a", "--on", day(0), "--time", "10:00", "--place", "Exercise hall")
    run("council", "hold", "exercise-a", "--present", "moc,tdap,pasha", "--chair", "tdap")
    run("council", "schedule", "exercise-b", "--on", day(0), "--time", "15:00", "--place", "Exercise hall")
    run("council", "hold", "exercise-b", "--present", SEATS, "--chair", "moc")
    run("council", "decide", "exercise-b", "--title", "Exercise: who looks for the hall for the summit", "--concerns", "1.3.1", "--owner", "pasha",
        "--due", day(20), "--proof", "Exercise: the contract for the hall", "--for", SEATS.replace(",pasha", "").replace("moc,", ""), "--against", "moc", "--recused", "pasha")
    run("council", "decide", "exercise-b", "--title", "Exercise: a working group on tax", "--concerns", "council", "--consensus")
    run("council", "decide", "exercise-b", "--title", "Exercise: the contract for the hall may come later", "--concerns", "exercise-b/1", "--consensus")
    run("council", "group", "tax", "--title", "Exercise: working group on tax", "--members", "fbr,pasha,secp", "--chair", "pasha", "--decision", "exercise-b/2")
    run("council", "extend", "exercise-b/1", "--due", day(50), "--decision", "exercise-b/3")
    for step, score in ((1, 2), (2, 1), (3, 3), (4, 0)):
        run("council", "credit", "2023-Q3/1", "--step", str(step), "--score", str(score), "--reason", "Exercise: as the members remember it")
    run("council", "appoint", "fbr", "--holder", "exercise-alternate-7", "--alternate")
    run("council", "vacate", "boi")
    run("council", "schedule", "exercise-c", "--on", day(14), "--time", "10:30", "--place", "Exercise hall")
    run("council", "schedule", "exercise-d", "--on", day(105), "--time", "10:30", "--place", "Exercise hall")
    run("council", "prepare", "exercise-c", "--add", "Exercise: rules of procedure", "--paper", f"added:1={pathlib.Path(__file__)}")


def working_plan(run):
    decision = ["--decision", "2023-Q1/1"]
    why = ["--reason", "Exercise: steps are agreed"]
    run("amend", "2.1.1", "--set", steps("Write the courses", "Teach the first round", "Teach the second round"), *why, *decision)
    run("amend", "3.2.1", "--set", steps("Agree with two banks", "Open the window"), *why, *decision)
    run("amend", "2.1.3", "--set", steps("Train the speakers", "Hold ten workshops"), *why, *decision)
    run("adopt", "2.1.1", "2.1.3", "3.2.1", "--year", str(TODAY.year), *decision)
    run("plan", "propose", "1.2.1", "--set", steps("Find a consultant", "Publish the study"))
    run("plan", "propose", "1.1.1-1", "--set", "due=2027-06-30")


def money(run):
    years = [f"FY{TODAY.year + offset}" for offset in (-1, 0, 1)]
    run("fund", "account", "A03", "--title", "Operating expenses", "--effective-on", day(-420))
    run("fund", "account", "A03-9", "--title", "Exhibitions, courses and meetings", "--parent", "A03", "--effective-on", day(-420))
    run("fund", "account", "A13", "--title", "Repairs and equipment", "--effective-on", day(-420))
    for offset, rate in ((-400, "277.95"), (-200, "281.10"), (-30, "282.40"), (-3, "281.85")):
        run("fund", "rate", "USD", rate, "--on", day(offset), "--source", "exercise-bank", "--publisher", "Exercise: a bank")
    lines = [("courses", "2.1.1", 0, "A03-9", "42000000", "approved"), ("courses-2", "2.1.1", 1, "A03-9", "45000000", "estimate"),
             ("window", "3.2.1", 1, "A03", "12000000", "quotation"), ("workshops", "2.1.3", 0, "A03-9", "6000000", "approved"),
             ("workshops-2", "2.1.3", 1, "A03-9", "6500000", "estimate"), ("study", "1.2.1", 1, "A03", "9000000", "estimate"),
             ("rooms", "2.1.2", 2, "A13", "30000000", "estimate")]
    for code, subject, year, account, amount, basis in lines:
        run("fund", "budget", code, "--subject", subject, "--year", years[year], "--account", account, "--amount", amount,
            "--currency", "PKR", "--basis", basis, "--title", f"Exercise: {code}", "--on", day(-390))
    records = [("wb-skills", "world-bank", "2.1.1", 0, "USD", [("prospect", "200000", -399), ("pledge", "150000", -398), ("commitment", "120000", -197), ("disbursement", "90000", -196), ("expenditure", "61000", -29)]),
               ("wb-skills", "world-bank", "2.1.1", 1, "USD", [("pledge", "100000", -29), ("commitment", "40000", -2)]),
               ("psdp", "moitt", "2.1.3", 0, "PKR", [("commitment", "6500000", -350), ("disbursement", "6500000", -200), ("expenditure", "6400000", -100)]),
               ("psdp", "moitt", "2.1.3", 1, "PKR", [("pledge", "4000000", -20)]),
               ("edf", "tdap", "1.2.1", 1, "PKR", [("prospect", "9000000", -20)]),
               ("edf", "tdap", "1.3.1", 1, "PKR", [("commitment", "1500000", -10)])]
    for fund, funder, subject, year, currency, stages in records:
        for stage, amount, offset in stages:
            run("fund", "record", fund, "--funder", funder, "--subject", subject, "--year", years[year], "--stage", stage,
                "--amount", amount, "--currency", currency, "--on", day(offset))


def programme(run):
    """A cohort with women and men, a task on time, one without a schedule, and a changed value."""
    course = "conversion-courses"
    run("programme", "cohort", course, "exercise-a", "--title", "Exercise: first course", "--seats", "30", "--effective-on", day(-300))
    run("programme", "task", course, "teaching", "--title", "Exercise: teaching", "--budget", "6000000", "--currency", "PKR", "--from", day(-290), "--until", day(-100))
    run("programme", "task", course, "placement", "--title", "Exercise: placement", "--budget", "1000000", "--currency", "PKR", "--from", day(-120), "--until", day(60))
    for stage, women, men, offset in (("admitted", 12, 16, -290), ("completed", 10, 12, -95), ("dropped-out", 1, 2, -95)):
        run("programme", "report", course, "--stage", stage, "--cohort", "exercise-a", "--period", day(offset), "--value", str(women + men), "--sex", f"female={women}", "--sex", f"male={men}")
    run("programme", "progress", course, "teaching", "--percent", "100", "--cost", "6100000")
    run("programme", "progress", course, "placement", "--percent", "40", "--cost", "450000")
    run("programme", "change", course, "--type", "value", "--currency", "PKR", "--was", "7000000", "--becomes", "6500000", "--reason", "Exercise: one room less")


def enrich(tameel, store):
    def run(*words):
        done = subprocess.run([tameel, *words, "--store", store], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)}: {done.stderr or done.stdout}")

    council(run)
    working_plan(run)
    money(run)
    programme(run)
