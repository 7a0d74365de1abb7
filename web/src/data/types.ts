import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Status = Schemas["Status"];
export type Counts = Schemas["Counts"];
export type Strategy = Schemas["Strategy"];
export type Heading = Schemas["Heading"];

export type Judgement = Schemas["Judgement"];
export type Scoreboard = Schemas["Scoreboard"];
export type Objective = Scoreboard["objectives"][number];
export type Story = Schemas["Story"];
export type Explanation = Schemas["Explanation"];
export type PlanView = Schemas["PlanView"];
export type IndicatorView = Schemas["IndicatorView"];
export type Answer = Schemas["Answer"];
export type Observation = Schemas["Observation"];
export type Entry = Schemas["Entry"];
export type EntryPage = Schemas["EntryPage"];
export type EntryWithProof = Schemas["EntryWithProof"];
export type Problem = Schemas["Problem"];
