import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Status = Schemas["Status"];
export type Counts = Schemas["Counts"];
export type Strategy = Schemas["Strategy"];
export type Heading = Schemas["Heading"];

/** What a newer server adds; an older one does not say it. */
interface WithSilence {
    /** Asked, the time of grace is over, and no report stands. */
    silent_periods?: string[];
}

export type Judgement = Schemas["Judgement"] & WithSilence;
export type Scoreboard = Schemas["Scoreboard"];
export type Objective = Scoreboard["objectives"][number];
export type Story = Schemas["Story"] & WithSilence;
export type Explanation = Schemas["Explanation"];
export type PlanView = Schemas["PlanView"];
export type IndicatorView = Schemas["IndicatorView"];
export type Answer = Schemas["Answer"];
export type Observation = Schemas["Observation"];
export type Entry = Schemas["Entry"];
export type EntryPage = Schemas["EntryPage"];
export type EntryWithProof = Schemas["EntryWithProof"];
export type Problem = Schemas["Problem"];
