"""What an exercise of `tameel exercise` lacks and the pages can show: a meeting without quorum, a recusal, the next
meeting with its agenda, a working group, steps, proposals that wait. Made up, like all of an exercise."""
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


def enrich(tameel, store):
    def run(*words):
        done = subprocess.run([tameel, *words, "--store", store], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)}: {done.stderr or done.stdout}")

    council(run)
    working_plan(run)
