import type { AgendaItem, Issue, Meeting, Obligation, PolicyProposal, Seat } from "../data/types";
import { daysBetween } from "../format/formats";

export interface AgendaGroup {
    heading: string;
    /** The number of its first item on the whole agenda. */
    first: number;
    items: AgendaItem[];
}

/** Items under their headings, numbered through. */
export function groupAgenda(items: AgendaItem[]): AgendaGroup[] {
    const groups: AgendaGroup[] = [];
    items.forEach((item, index) => {
        const last = groups.at(-1);
        if (last?.heading === item.heading) last.items.push(item);
        else groups.push({ heading: item.heading, first: index + 1, items: [item] });
    });
    return groups;
}

/** Where the subject of an item has a page of its own. */
export function addressOf({ kind, subject }: AgendaItem): string | undefined {
    switch (kind) {
        case "obligation":
            return `/council#o-${subject}`;
        case "proposal":
            return `/council#p-${subject}`;
        case "issue":
            return `/council#${subject}`;
        case "red_target":
        case "red_outcome":
        case "unverified":
            return `/targets/${subject}`;
        case "working_plan":
            return `/working-plan#a-${subject}`;
        case "overdue_report":
            return `/?lead=${subject}`;
        case "adoption":
            return "/working-plan";
        case "council_rules":
            return "/council#rules";
        case "seats":
            return "/council#seats";
        case "open_field":
            return "/plan#open";
        case "idle_member":
        case "overload":
            return "/diagnosis#load";
        default:
            return undefined;
    }
}

/** What is late first, what is closed last; the next due date first, the newest closing first. */
export const states = ["overdue", "open", "closed_late", "closed"] as const;

export function board(obligations: Obligation[]): { state: Obligation["state"]; cards: Obligation[] }[] {
    return states.map((state) => ({
        state,
        cards: obligations
            .filter((one) => one.state === state)
            .sort((a, b) =>
                a.closed_on === null || b.closed_on === null
                    ? a.due.localeCompare(b.due)
                    : b.closed_on.localeCompare(a.closed_on),
            ),
    }));
}

export const stages = ["drafted", "submitted", "accepted", "enacted"] as const;
type Stage = PolicyProposal["stages"][number];

/** The present round of a proposal, and the rounds before it that ended with a refusal. */
export function rounds(proposal: PolicyProposal): { present: Stage[]; earlier: Stage[] } {
    const from = Math.max(0, proposal.stages.map(({ stage }) => stage).lastIndexOf("drafted"));
    return { present: proposal.stages.slice(from), earlier: proposal.stages.slice(0, from) };
}

/** How many proposals stand at each stage. */
export function pipeline(proposals: PolicyProposal[]): { stage: string; count: number }[] {
    return ["not_drafted", ...stages, "refused"].map((stage) => ({
        stage,
        count: proposals.filter((one) => (one.stage ?? "not_drafted") === stage).length,
    }));
}

export interface Clock {
    allowed: number;
    gone: number;
    /** Above 0 where the clock has run out. */
    late: number;
}

/** The clock of an issue on a day; it stops with the answer. */
export function clockOf(issue: Issue, day: string): Clock {
    const stopped = issue.answered_on ?? day;
    return {
        allowed: daysBetween(issue.raised_on, issue.due),
        gone: daysBetween(issue.raised_on, stopped),
        late: Math.max(0, daysBetween(issue.due, stopped)),
    };
}

export const isOpen = ({ state }: Issue) => state === "received" || state === "assigned";

/** Newest first: held, cancelled, and those whose day went by without a record. */
export function pastMeetings(meetings: Meeting[], day: string): Meeting[] {
    return meetings
        .filter(({ state, on }) => state !== "scheduled" || on < day)
        .sort((a, b) => (b.held_on ?? b.on).localeCompare(a.held_on ?? a.on));
}

/** What is called beyond the next meeting. */
export function laterMeetings(meetings: Meeting[], next: string | null, day: string): Meeting[] {
    return meetings
        .filter(({ code, state, on }) => state === "scheduled" && on >= day && code !== next)
        .sort((a, b) => a.on.localeCompare(b.on));
}

export const sides = ["public", "private", "academia"];

/** The sides as the council has them, known ones first. */
export function bySide(seats: Seat[]): { side: string; seats: Seat[] }[] {
    const named = [...new Set([...sides, ...seats.map(({ side }) => side)])];
    return named
        .map((side) => ({ side, seats: seats.filter((seat) => seat.side === side) }))
        .filter((one) => one.seats.length > 0);
}

export interface Chair {
    x: number;
    y: number;
}

/** Places in a half circle of radius 1 around (0, 0), from left to right: rows fill by their length. */
export function halfCircle(count: number): Chair[] {
    const rows = count <= 9 ? [1] : count <= 30 ? [1, 0.68] : [1, 0.78, 0.56];
    const length = rows.reduce((sum, radius) => sum + radius, 0);
    const chairs: (Chair & { angle: number })[] = [];
    let left = count;
    rows.forEach((radius, index) => {
        const here =
            index === rows.length - 1 ? left : Math.round((count * radius) / length);
        left -= here;
        for (let seat = 0; seat < here; seat += 1) {
            const angle = here === 1 ? Math.PI / 2 : Math.PI * (1 - seat / (here - 1));
            chairs.push({ angle, x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
        }
    });
    return chairs.sort((a, b) => b.angle - a.angle || b.y - a.y);
}
