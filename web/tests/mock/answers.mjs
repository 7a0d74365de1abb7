// The answers of the mock: one function for each address of docs/api/openapi.yaml that is read.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const sha = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();

export class Refusal extends Error {
    constructor(status, code, detail, where = "") {
        super(detail);
        this.body = { type: "about:blank", title: "Refused", status, detail, code, where };
    }
}

export function scoreboard(record, asOf) {
    const targets = record.located.map(({ json }) => json);
    return {
        ...record.heading(asOf),
        targets,
        outcomes: record.plan.outcomes.map((one) => record.outcomeJson(one, asOf ?? "9999")),
        objectives: record.plan.json.objectives.map((one) => {
            const own = targets.filter(({ objective }) => objective === one.code || objective.startsWith(`${one.code}.`));
            return { code: one.code, parent: one.parent ?? null, title: one.title, targets: own.length, counts: record.tally(own) };
        }),
        counts: record.tally(targets),
    };
}

const sum = {
    label: "sum over 2023-07/2024-04", value: "2590 USD million", source: "", parts: [
        { label: "published for 2023-07/2024-03", value: "2280 USD million", source: "Profit, 2024-04-22, row X0638" },
        { label: "published for 2024-04", value: "310 USD million", source: "A newspaper, 2024-05-20, row X0843" },
    ],
};

const reports = {
    label: "reports", value: "1", source: "the journal", parts: [
        { label: "report for 2026-Q2", value: "verified", source: "", parts: [
            { label: "claimed", value: "12, evidence of grade B", source: "journal entry 1" },
        ] },
    ],
};

const explain = (json) => ({
    label: "status", value: json.status.replaceAll("_", " "), source: "docs/methods/status.md",
    parts: [
        { label: "rule", value: "on track from a ratio of 0.95, at risk from 0.60", source: "docs/methods/status.md" },
        { label: "due", value: json.due ?? "open", source: "the plan in force" },
        ...(json.activity === null ? [sum] : [reports]),
    ],
});

export function story(record, id, asOf) {
    const outcome = record.plan.outcomes.find((one) => one.id === id);
    if (outcome !== undefined) {
        const json = record.outcomeJson(outcome, asOf ?? "9999");
        return { ...record.heading(asOf), ...json, indicator_title: "Export receipts of IT and IT-enabled services",
            definition: "Receipts from exports of telecommunications, computer and information services.",
            origin_source: outcome.origin_source, note: outcome.note, explanation: explain(json) };
    }
    const found = record.located.find(({ target }) => target.id === id);
    if (found === undefined)
        throw new Refusal(404, "E0420", `no target or outcome has the code "${id}"`, "id");
    const { activity, target, json } = found;
    const name = (code) => record.plan.json.institutions.find((one) => one.code === code)?.name ?? code;
    return {
        ...record.heading(asOf), ...json, activity_title: activity.title, activity_note: activity.note,
        bound: "at_least", direction: "up", rollup: "sum", note: target.note, verification: target.verification,
        population: target.population ?? null, question: target.question ?? null, kind: activity.kind,
        lead_name: activity.lead === "open" ? "open" : name(activity.lead),
        support: activity.support === "open" ? [] : activity.support.map((code) => ({ code, name: name(code) })),
        verifier: null, path: Object.entries(target.path ?? {}).map(([at, value]) => ({ at, value: Number(value) })),
        reports: record.exercise && json.status !== "cannot_judge" ? [
            { period: "2026-Q1", state: "verified", events: [
                { seq: 1, kind: "progress.reported", effective_on: "2026-04-12", recorded_at: "2026-04-12T08:00:00.000000Z", institution: name(activity.lead), grade: "B", value: 3, self_rating: "on_track" },
                { seq: 2, kind: "progress.verified", effective_on: "2026-04-20", recorded_at: "2026-04-20T08:00:00.000000Z", institution: "State Bank of Pakistan", grade: "B" }] },
            { period: "2026-Q2", state: "overdue", events: [] },
            { period: "2026-Q3", state: "contributed", events: [
                { seq: 1, kind: "progress.contributed", effective_on: "2026-10-05", recorded_at: "2026-10-05T08:00:00.000000Z", institution: "State Bank of Pakistan", value: 1 }] },
            { period: "2026-Q4", state: "due", events: [] }] : [],
        amendments: record.exercise ? [{ seq: 2, effective_on: "2026-02-01", subject: id, change: "due: open", reason: "the working plan of 2026", decision: "council, 3rd meeting" }] : [],
        explanation: explain(json),
    };
}

export function plan(record, asOf) {
    const open = [];
    const add = (subject, item, who) => {
        for (const field of item.open ?? []) open.push({ subject, field, note: item.note, who });
    };
    for (const activity of record.plan.json.activities) {
        add(activity.code, activity, "the council");
        for (const target of activity.targets) add(target.id, target, "the lead");
    }
    add("council", record.plan.json.council, "the council");
    return { ...record.heading(asOf), plan: record.plan.json, open,
        confirmations: record.exercise ? [{ activity: "1.1.1", institution: "pasha", answer: "partly", by: "2026-Q4", on: "2026-01-20", seq: 1 }] : [],
        asked_from: {} };
}

export function indicator(record, code, asOf) {
    const limit = asOf ?? "9999";
    const totals = [["FY2020", 1437.9], ["FY2021", 2108.4], ["FY2022", 2616.8], ["FY2023", 2596.1], ["FY2024", limit < "2024-07-20" ? 2590 : 3223.1]];
    const leaf = (label, value, day) => ({ label: `published for ${label}`, value: `${value} USD million`, source: `State Bank of Pakistan, ${day}, row X0812` });
    const years = code === "market-shares" ? [] : totals.map(([period, value], at) => {
        const whole = !(period === "FY2024" && value === 2590);
        return { period, value, complete: whole, estimated: at === 0, coverage: { known: whole ? 12 : 10, of: 12 }, vintage: whole ? `${2020 + at}-07-20` : "2024-05-20", reason: "",
            derivation: whole ? leaf(period, value, `${2020 + at}-07-20`) : { label: "sum over 2023-07/2024-04", value: "2590 USD million", source: "", parts: [leaf("2023-07/2024-03", 2280, "2024-04-22"), leaf("2024-04", 310, "2024-05-20")] } };
    });
    const months = code === "market-shares" ? [] : Array.from({ length: 46 }, (_, at) => {
        const month = `${2020 + Math.floor((at + 6) / 12)}-${String(((at + 6) % 12) + 1).padStart(2, "0")}`;
        return { period: month, value: 140 + at * 3 + 14 * Math.sin(at), complete: true, estimated: false, coverage: { known: 1, of: 1 }, vintage: "2024-05-20", reason: "", derivation: leaf(month, 200, "2024-05-20") };
    });
    return { ...record.heading(asOf), code, title: "Export receipts of IT and IT-enabled services", definition: "Receipts", unit: code === "market-shares" ? "percent" : "USD million", scope: "IT and ITeS (not BPO alone)", note: "", years, months,
        series: [{ key: "geography=world", observations: [{ time: "FY2024", value: 3223.1, known_on: "2024-07-20", estimated: false, source: "sbp_fy24", publisher: "State Bank of Pakistan", address: "https://www.sbp.org.pk/", row: "X0812", suspect: "" },
            { time: "2023-07/2024-04", value: 2.135, known_on: "2024-05-20", estimated: true, source: "press", publisher: "A newspaper", address: "", row: "X1091", suspect: "a unit slip: its neighbours are a thousand times larger" }] }] };
}

// What the real server answered for the strategy of the fixture, taken down once; lists of one shape
// stand as rows.
const told = JSON.parse(readFileSync(new URL("forecasts.json", import.meta.url), "utf8"));

export const forecast = (record, asOf) => ({ ...record.heading(asOf), ...told.forecast,
    past: told.forecast.past.map(([time, value, provisional, estimated]) => ({ time, value, provisional, estimated })) });

export const adjustment = (record, asOf) => ({ ...record.heading(asOf), ...told.adjustment,
    periods: told.adjustment.periods.map(([time, value, provisional, seasonal, adjusted, trend, irregular]) => ({ time, value, provisional, seasonal, adjusted, trend, irregular })) });

export const publishedForecasts = (record, asOf) => ({ ...record.heading(asOf), ...told.published });

function requireOutcome(id) {
    if (id !== told.outlook.outcome)
        throw new Refusal(400, "E0001", `expected an outcome that a level of a fiscal year decides, with a value and a statistic; ${id} is none`, "outcome");
}

const cannotTell = (reason) => ({ probability: null, known: false, reason, reports: 0, explanation: { label: "how likely", value: "cannot tell yet", source: "docs/methods/targets.md",
    parts: [{ label: "why", value: reason, source: "" }] } });

export function targetOutlook(record, id, asOf) {
    const heading = record.heading(asOf);
    return { ...heading, target: id, statement: "", requirement: "", days: [{ as_of: heading.as_of,
        verified: cannotTell("nothing is verified on evidence of grade B or better"), reported: cannotTell("no report stands") }] };
}

// Of targets, in one publication: how likely they were said to be, and what came.
const ofTargets = [[0.03, "missed"], [0.06, "missed"], [0.2, "missed"], [0.24, "met"], [0.4, "missed"], [0.45, "met"], [0.6, "met"], [0.66, "missed"], [0.78, "met"], [0.85, "met"], [0.92, "met"], [0.95, "met"]];
const claimOfTarget = ([probability, came], index) => ({ about: `1.1.1-${index + 2}`, of: "target", statement: "", requirement: "", due: "2025-12-31", unscored: null, came, value: "5",
    said: [{ by: "verified", probability, known: false, reason: "", method: "gamma-poisson", squared_error: (probability - (came === "met" ? 1 : 0)) ** 2 }] });
const brierOfTargets = ofTargets.map(claimOfTarget).reduce((sum, { said }) => sum + said[0].squared_error / ofTargets.length, 0);

// For the outcome that has an outlook once scored, and once for each reason not to be; of others only among all.
export function publishedOutlooks(record, about, asOf) {
    const isOfOutcome = about === null || about === told.outlook.outcome;
    const claim = (probability, unscored) => ({ about, of: "outcome", statement: told.outlook.statement, requirement: "at least 3000 in FY2024", due: "2024-06-30", unscored, came: "met", value: "3223",
        said: [{ by: "statistic", probability, known: probability === 1, reason: "", method: probability === 1 ? "" : "paths", squared_error: unscored === null ? (1 - probability) ** 2 : null }] });
    const publication = (entry, published, one, as_of = published) => ({ entry, published, as_of, entries: entry, program: "tameel 0.1.0", paths: 4000, seed: 1,
        claims: about === null && one.unscored === null ? [...ofTargets.map(claimOfTarget), one] : [one] });
    const publications = [publication(8, "2024-05-20", claim(0.9965, null)), publication(9, "2024-06-20", claim(0.9921, "earlier_day"), "2024-05-10"), publication(10, "2024-06-25", claim(1, "known")),
        publication(11, "2026-11-22", claim(1, "late"))];
    const score = (by, claims, brier) => ({ by, claims, events: claims, met: claims, brier, one_half: 0.25, climatology: claims > 0 ? 0 : null });
    return { ...record.heading(asOf), publications: isOfOutcome ? publications : [],
        scores: [about === null ? { ...score("verified", ofTargets.length, brierOfTargets), met: 7, climatology: 35 / 144 } : score("verified", 0, null), score("reported", 0, null), isOfOutcome ? score("statistic", 1, 0.0035 ** 2) : score("statistic", 0, null)] };
}

export function outlook(record, id, asOf, history) {
    requireOutcome(id);
    const known = told.outlook.days.filter((day) => day.as_of <= (asOf ?? "9999"));
    const days = known.length === 0 ? told.outlook.days.slice(0, 1) : known;
    return { ...record.heading(asOf), ...told.outlook, days: history ? days : days.slice(-1) };
}

export function trackRecord(record, id) {
    requireOutcome(id);
    const claims = told.track_record.claims.map(([year, as_of, multiple, probability, happened]) => ({ year, as_of, multiple, probability, happened }));
    return { ...told.track_record, exercise: record.exercise, claims };
}

function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (typeof value === "object" && value !== null)
        return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
    return JSON.stringify(value);
}

const entries = ["plan.adopted", "dataset.loaded", "progress.reported"].map((kind, seq) => ({
    v: 1, seq, recorded_at: `2026-11-22T09:0${seq}:00.000000Z`, effective_on: "2023-01-01", request_id: `request-${seq}`,
    actor: seq === 2 ? "a-7f3e" : "console", institution: seq === 2 ? "pasha" : "", kind, subject: seq === 2 ? "1.1.1-1/2024-Q1" : "plan",
    payload: { v: 1, code: "pakistan-bpo-2023" }, attachments: seq === 0 ? ["ab".repeat(32)] : [],
}));

export const journal = (before) => {
    const until = before === undefined ? entries.length : Math.min(Number(before), entries.length);
    return { entries: entries.slice(0, until).reverse(), size: entries.length, next: null };
};

export function entry(seq) {
    const found = entries[Number(seq)];
    if (found === undefined) throw new Refusal(404, "E0602", `the journal has ${entries.length} entries, from 0 to ${entries.length - 1}; found ${seq}`, "seq");
    const leaves = entries.map((one) => sha(Buffer.from([0]), Buffer.from(canonical(one))));
    const left = sha(Buffer.from([1]), leaves[0], leaves[1]);
    const root = sha(Buffer.from([1]), left, leaves[2]);
    const proof = [[leaves[1], leaves[2]], [leaves[0], leaves[2]], [left]][found.seq];
    return { entry: found, leaf_hash: leaves[found.seq].toString("hex"), tree_size: 3, inclusion: proof.map((hash) => hash.toString("hex")),
        checkpoint: `example.gov/strategy\n3\n${root.toString("base64")}\n\n— example.gov/strategy AAAAAAAA\n` };
}
