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

export type CouncilView = Schemas["CouncilView"];
export type Seat = Schemas["Seat"];
export type Meeting = Schemas["Meeting"];
export type Decision = Schemas["Decision"];
export type Obligation = Schemas["Obligation"];
export type PolicyProposal = Schemas["PolicyProposal"];
export type Issue = Schemas["Issue"];
export type EscalationStep = Schemas["EscalationStep"];
export type Agenda = Schemas["Agenda"];
export type AgendaItem = Schemas["AgendaItem"];
export type WorkingPlanView = Schemas["WorkingPlanView"];
export type WorkingActivity = Schemas["WorkingActivity"];
export type OpenPoint = Schemas["OpenPoint"];
export type FundingView = Schemas["FundingView"];
export type FundingRow = Schemas["FundingRow"];
export type CostsAndFunds = Schemas["CostsAndFunds"];
export type FundPosition = Schemas["FundPosition"];
export type DiagnosisView = Schemas["DiagnosisView"];
export type Chain = Schemas["Chain"];
export type ChainLink = Schemas["ChainLink"];
export type InstitutionLoad = Schemas["InstitutionLoad"];
