import type { PlanActivity, PlanDocument } from "../data/planDocument";
import type { Judgement, Objective, Scoreboard, Status } from "../data/types";

export interface Condition {
    search: string;
    status: Status | undefined;
    /** The code of an institution, or `open`. */
    lead: string | undefined;
}

export const isOpen = (text: string | null | undefined): boolean => text === "open";

/** The lead that a condition can ask for; absent and open are one. */
export function leadOf(target: Judgement): string {
    return target.lead ?? "open";
}

/** Every word of the search stands in the code, the statement, the reasons or the lead's name. */
export function fits(
    target: Judgement,
    condition: Condition,
    nameOf: (code: string) => string,
): boolean {
    if (condition.status !== undefined && target.status !== condition.status) return false;
    if (condition.lead !== undefined && leadOf(target) !== condition.lead) return false;
    const words = condition.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return true;
    const text = [
        target.id,
        target.activity,
        target.statement,
        leadOf(target),
        nameOf(leadOf(target)),
        ...target.why,
        ...target.decisions,
    ]
        .join(" ")
        .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
}

export interface ActivityGroup {
    code: string;
    activity: PlanActivity | undefined;
    targets: Judgement[];
}

export interface ObjectiveGroup {
    objective: Objective;
    parts: ObjectiveGroup[];
    activities: ActivityGroup[];
}

function activitiesOf(
    objective: Objective,
    targets: Judgement[],
    plan: PlanDocument | undefined,
    withoutTargets: boolean,
): ActivityGroup[] {
    const groups = new Map<string, ActivityGroup>();
    for (const activity of plan?.activities ?? []) {
        if (activity.objective === objective.code)
            groups.set(activity.code, { code: activity.code, activity, targets: [] });
    }
    for (const target of targets) {
        if (target.objective !== objective.code || target.activity === null) continue;
        const group = groups.get(target.activity) ?? {
            code: target.activity,
            activity: undefined,
            targets: [],
        };
        group.targets.push(target);
        groups.set(target.activity, group);
    }
    return [...groups.values()].filter(
        (group) =>
            group.targets.length > 0 ||
            (withoutTargets && (group.activity?.targets?.length ?? 0) === 0),
    );
}

/** Strategic objectives with their operational ones, these with activities and targets. */
export function arrange(
    board: Scoreboard,
    targets: Judgement[],
    plan: PlanDocument | undefined,
    withoutTargets: boolean,
): ObjectiveGroup[] {
    const below = (parent: string | null): ObjectiveGroup[] =>
        board.objectives
            .filter((objective) => objective.parent === parent)
            .map((objective) => ({
                objective,
                parts: below(objective.code),
                activities: activitiesOf(objective, targets, plan, withoutTargets),
            }))
            .filter((group) => group.parts.length > 0 || group.activities.length > 0);
    return below(null);
}

export interface Waiting {
    decision: string;
    targets: Judgement[];
}

/** What would have to be decided, the decision that most targets wait for first. */
export function waitingFor(targets: Judgement[]): Waiting[] {
    const groups = new Map<string, Judgement[]>();
    for (const target of targets) {
        for (const decision of new Set(target.decisions))
            groups.set(decision, [...(groups.get(decision) ?? []), target]);
    }
    return [...groups]
        .map(([decision, waiting]) => ({ decision, targets: waiting }))
        .sort((a, b) => b.targets.length - a.targets.length);
}
