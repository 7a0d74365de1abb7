// A record shaped by docs/api/openapi.yaml: the plan is the strategy's own, the rest is a fixture
// for pages and tests while no server runs. Its statuses are simplified on purpose.
import { readFileSync } from "node:fs";

import { load } from "js-yaml";

const folder = new URL("../../../strategies/pakistan-bpo-2023/", import.meta.url);
// Everything stays text, as in the server's JSON.
const yaml = (name) =>
    load(readFileSync(new URL(name, folder), "utf8").replace(/^(\s*(?:- )?[a-z_]+): (\d[\d.:-]*)$/gm, '$1: "$2"')
        .replace(/^(\s*- )(\d[\d.]*)$/gm, '$1"$2"'));

export const today = "2026-11-22";
const statuses = ["met", "on_track", "at_risk", "off_track", "missed", "overdue", "no_data", "not_asked", "not_due", "cannot_judge"];
const measured = { "exports-fy2022": 2616.8, "exports-2023": 2596.1, "exports-fy2024": 3223.1 };

function openOf(item) {
    return Object.entries(item).filter(([, value]) => value === "open").map(([field]) => field);
}

function stated(item) {
    return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== "open"));
}

function readPlan(exercise) {
    const plan = yaml("plan.yaml");
    const bodies = yaml("institutions.yaml");
    const objectives = [];
    const activities = [];
    for (const strategic of plan.objectives) {
        objectives.push({ code: strategic.code, title: strategic.title });
        for (const part of strategic.objectives) {
            objectives.push({ code: part.code, parent: strategic.code, title: part.title });
            for (const activity of part.activities)
                activities.push({ ...activity, objective: part.code });
        }
    }
    return {
        raw: activities,
        outcomes: plan.outcomes,
        json: {
            ...plan.strategy,
            exercise,
            objectives,
            activities: activities.map((one) => ({
                ...stated(one),
                open: openOf(one),
                targets: one.targets === "open" ? [] : one.targets.map((t) => ({ ...stated(t), open: openOf(t) })),
            })),
            constraints: plan.constraints,
            institutions: bodies.institutions.map((one) => ({ ...stated(one), open: openOf(one) })),
            council: { ...stated(bodies.council), open: openOf(bodies.council) },
        },
    };
}

function judge(target, activity, index, exercise) {
    const decisions = [];
    const lacking = [];
    const needsValue = target.measure !== "milestone";
    if (needsValue && target.value === "open") { lacking.push("value"); decisions.push("set a value"); }
    if (needsValue && target.baseline === "open") { lacking.push("baseline"); decisions.push("establish a baseline"); }
    if (target.due === "open" && !exercise) { lacking.push("due date"); decisions.push("set a due date"); }
    if (target.question === "open") { lacking.push("question"); decisions.push("word the survey's question"); }
    if (activity.lead === "open") decisions.push("name one lead institution");
    if (lacking.length > 0) {
        const list = lacking.map((word, at) => (at === 0 ? "" : at + 1 === lacking.length ? " and no " : ", no ") + word).join("");
        return { status: "cannot_judge", why: [`the plan states no ${list}`], decisions };
    }
    if (!exercise)
        return {
            status: "not_asked",
            why: [`the due date, ${target.due}, has passed, but nobody was asked: this record cannot say whether the target was met`,
                "the lead has not confirmed the activity, and no working plan holds it"],
            decisions: ["ask the lead to confirm the activity, or adopt a working plan that holds it"],
        };
    const status = statuses[index % 9];
    const value = Number(target.value) || null;
    const ratio = { met: 1.2, on_track: 0.98, at_risk: 0.71, off_track: 0.35, missed: 0.5 }[status];
    const figures = value !== null && ratio !== undefined
        ? { expected: value * 0.8, actual: value * 0.8 * ratio, verified: value * 0.8 * ratio, ratio, judged_on: "2026-09-30" }
        : {};
    const why = {
        overdue: ["the report for 2026-Q3 was due by 2026-10-30 and has not come"],
        at_risk: ["the last 2 reports are not verified, so it does not show green"],
        met: [value === null ? "verified as done in the report that ends 2026-09-30" : `${target.value} ${target.unit} verified, ${target.value} ${target.unit} promised`],
        not_asked: ["the lead has not confirmed the activity, and no working plan holds it"],
        no_data: ["nothing has been reported yet; the report for 2026-Q4 is due by 2027-01-30"],
        not_due: [value === null ? `not done yet; due by ${target.due === "open" ? "2026" : target.due}` : "nothing is expected by 2026-09-30 yet"],
    }[status] ?? [value === null ? "reported as done, not verified"
        : `${+(value * 0.8 * ratio).toFixed(2)} ${target.unit} reported by 2026-09-30, ${+(value * 0.8).toFixed(2)} expected by then: a ratio of ${ratio.toFixed(2)}`];
    const more = status === "overdue"
        ? { overdue_period: "2026-Q3", escalation: [{ to: "officer", on: "2026-10-31" }, { to: "head of institution", on: "2026-11-14" }, { to: "secretariat", on: "2026-11-28" }, { to: "council", on: "2026-12-28" }] }
        : {};
    const alerts = ["at_risk", "off_track", "missed"].includes(status)
        ? [`the lead rates itself on_track, the rule says ${status.replace("_", " ")}`] : [];
    const silent_periods = status === "met" ? [] : ["2025-Q4", "2026-Q2"];
    return { status, why, decisions, alerts, silent_periods, ...figures, ...more };
}

// One of every field that a promise may have.
const changed = [
    { field: "value", promised: "2000", now: "1500", lowered: true },
    { field: "due", promised: "open", now: "2026", lowered: false },
    { field: "baseline", promised: "open", now: "0", lowered: false },
    { field: "measure", promised: "share", now: "count_per_year", lowered: true },
    { field: "unit", promised: "percent", now: "dialogues", lowered: true },
    { field: "path", promised: "2 for 2024, 4 for 2025", now: "1 for 2024, 3 for 2025-06-30", lowered: true },
    { field: "population", promised: "All 200 member firms", now: "none", lowered: true },
    { field: "question", promised: "Did the training help you find work?", now: "Were you content with the training?", lowered: true },
    { field: "verification", promised: "Minutes signed by both sides", now: "A list of those who came", lowered: false },
    { field: "frequency", promised: "quarterly", now: "half-yearly", lowered: false },
];

function targetJson(target, activity, judged) {
    const text = (value) => value ?? null;
    return {
        id: target.id, activity: activity.code, objective: activity.objective,
        expected: null, actual: null, verified: null, ratio: null,
        judged_on: null, alerts: [], overdue_period: null, escalation: [],
        promises: target.due === "open" && judged.status !== "cannot_judge" ? changed : [],
        ...judged,
        statement: target.statement, measure: target.measure, value: text(target.value), unit: text(target.unit),
        baseline: text(target.baseline), due: judged.status === "cannot_judge" ? text(target.due) : target.due === "open" ? "2026" : target.due,
        lead: text(activity.lead),
    };
}

function outcomeJson(outcome, asOf) {
    const early = asOf < "2024-06-01";
    const limit = outcome.measure === "concentration";
    const partial = early && outcome.id === "exports-fy2024";
    const actual = limit ? 54.54 : partial ? 2590 : measured[outcome.id];
    const holds = limit ? actual <= 50 : actual >= Number(outcome.value);
    const status = limit ? "off_track" : partial ? "on_track" : holds ? "met" : "missed";
    return {
        id: outcome.id, activity: null, objective: outcome.objective ?? null, status,
        expected: partial ? 2500 : null, actual, verified: actual, ratio: partial ? 1.036 : null,
        judged_on: null,
        why: [limit ? "United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent"
            : `${partial ? "July 2023 to April 2024" : outcome.period}: ${actual} USD million${partial ? " in 10 of 12 months" : ""}, against at least ${outcome.value} USD million`],
        alerts: [], decisions: [], promises: [], overdue_period: null, escalation: [],
        statement: outcome.statement, measure: outcome.measure, value: outcome.value, unit: outcome.unit,
        baseline: outcome.baseline, due: outcome.due, indicator: outcome.indicator, period: outcome.period ?? null,
        origin: outcome.origin, scope: outcome.scope,
    };
}

function tally(targets) {
    return Object.fromEntries(statuses.map((status) => [status, targets.filter((one) => one.status === status).length]));
}

export function makeRecord(exercise) {
    const plan = readPlan(exercise);
    const heading = (asOf) => ({
        strategy: { code: plan.json.code, title: plan.json.title, exercise },
        as_of: asOf ?? today, today, recorded_by: null, entries: 3,
    });
    let index = 0;
    const located = plan.raw.flatMap((activity) =>
        activity.targets === "open" ? [] : activity.targets.map((target) => ({ activity, target, json: targetJson(target, activity, judge(target, activity, index++, exercise)) })));
    return { plan, heading, located, exercise, tally, outcomeJson };
}
