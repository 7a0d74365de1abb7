import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";

import { useMoment, type Moment } from "../moment/useMoment";
import { read } from "./request";
import type {
    Agenda,
    CouncilView,
    DerivedFigures,
    DiagnosisView,
    EntryPage,
    EntryWithProof,
    FigureView,
    ForecastRecord,
    FundingView,
    IndicatorView,
    OutcomeOutlook,
    OutlookRecord,
    OutlookTrackRecord,
    PlanView,
    ProgrammeList,
    ProgrammeView,
    QualityView,
    Scoreboard,
    SeriesAdjustment,
    SeriesForecast,
    Story,
    Strategy,
    TargetOutlook,
    WorkingPlanView,
} from "./types";

const query = (moment: Moment) => ({ as_of: moment.asOf, recorded_by: moment.recordedBy });

const scoreboard = (moment: Moment) =>
    queryOptions({
        queryKey: ["targets", query(moment)],
        queryFn: ({ signal }) => read<Scoreboard>("/targets", query(moment), signal),
        placeholderData: keepPreviousData,
    });

export const useScoreboard = () => useQuery(scoreboard(useMoment()));

export function useStory(id: string) {
    const moment = useMoment();
    return useQuery({
        queryKey: ["target", id, query(moment)],
        queryFn: ({ signal }) =>
            read<Story>(`/targets/${encodeURIComponent(id)}`, query(moment), signal),
    });
}

export function usePlan() {
    const moment = useMoment();
    return useQuery({
        queryKey: ["plan", query(moment)],
        queryFn: ({ signal }) => read<PlanView>("/plan", query(moment), signal),
        placeholderData: keepPreviousData,
    });
}

export function useIndicator(code: string | undefined) {
    const moment = useMoment();
    return useQuery({
        queryKey: ["indicator", code, query(moment)],
        queryFn: ({ signal }) =>
            read<IndicatorView>(
                `/indicators/${encodeURIComponent(code ?? "")}`,
                query(moment),
                signal,
            ),
        enabled: code !== undefined,
        placeholderData: keepPreviousData,
    });
}

export function useEntries(before: number | undefined, limit: number) {
    return useQuery({
        queryKey: ["journal", before, limit],
        queryFn: ({ signal }) => read<EntryPage>("/journal", { before, limit }, signal),
        placeholderData: keepPreviousData,
    });
}

export function useEntry(seq: string) {
    return useQuery({
        queryKey: ["entry", seq],
        queryFn: ({ signal }) =>
            read<EntryWithProof>(`/journal/${encodeURIComponent(seq)}`, {}, signal),
    });
}

/** A page that is one answer, at the moment of the address. */
function useAnswer<T>(path: string, more: Record<string, string | undefined> = {}) {
    const asked = { ...query(useMoment()), ...more };
    return useQuery({
        queryKey: [path, asked],
        queryFn: ({ signal }) => read<T>(path, asked, signal),
        placeholderData: keepPreviousData,
    });
}

export const useCouncil = () => useAnswer<CouncilView>("/council");
export const useWorkingPlan = () => useAnswer<WorkingPlanView>("/working-plan");
export const useDiagnosis = () => useAnswer<DiagnosisView>("/diagnosis");
export const useFunding = () => useAnswer<FundingView>("/funding");

/** The figures that the strategy declares, and one of them, computed. */
export const useDerivedFigures = () => useAnswer<DerivedFigures>("/statistics/figures");
export const useDerivedFigure = (declared: string) =>
    useAnswer<FigureView>("/statistics/figure", { declared });

/** The findings of one kind, or all that are errors. */
export const useQuality = (kind: string | undefined) => useAnswer<QualityView>("/quality", { kind });

export interface ForecastAsked {
    series: string;
    every?: string | undefined;
    horizon?: string | undefined;
    method?: string | undefined;
    levels?: string | undefined;
}

export interface AdjustmentAsked {
    series: string;
    every?: string | undefined;
    calendar?: string | undefined;
}

export const useAdjustment = (asked: AdjustmentAsked) => useAnswer<SeriesAdjustment>("/statistics/adjustment", { ...asked });

export const useForecast = (asked: ForecastAsked) => useAnswer<SeriesForecast>("/statistics/forecast", { ...asked });

/** What is known of the series today, to hold an earlier forecast against; its own forecast, of one
 *  period by the quickest method, is not used. */
export function useSince(series: string, every: string | undefined, today: string | undefined) {
    const { asOf, recordedBy } = useMoment();
    const asked = { series, every, horizon: "1", method: "seasonal-naive", recorded_by: recordedBy };
    return useQuery({
        queryKey: ["since", asked],
        queryFn: ({ signal }) => read<SeriesForecast>("/statistics/forecast", asked, signal),
        enabled: every !== undefined && asOf !== undefined && today !== undefined && asOf < today,
    });
}

export const usePublishedForecasts = () => useAnswer<ForecastRecord>("/statistics/forecasts");

export const useAllPublishedOutlooks = () => useAnswer<OutlookRecord>("/outlooks");
/** What was published of one target or outcome. */
export const usePublishedOutlooks = (about: string) => useAnswer<OutlookRecord>("/outlooks", { about });

export const useTargetOutlook = (id: string) => useAnswer<TargetOutlook>(`/targets/${encodeURIComponent(id)}/outlook`);

const outlookOf = (id: string) => `/outcomes/${encodeURIComponent(id)}/outlook`;
export const useOutlook = (id: string) => useAnswer<OutcomeOutlook>(outlookOf(id));

/** What takes the server longer is asked for when the answer above it is there, and kept for a while. */
function useSlowAnswer<T>(path: string, enabled: boolean, more: Record<string, string> = {}) {
    const asked = { ...query(useMoment()), ...more };
    return useQuery({
        queryKey: [path, asked],
        queryFn: ({ signal }) => read<T>(path, asked, signal),
        enabled,
        staleTime: 600_000,
    });
}

export const useOutlookHistory = (id: string, enabled: boolean) =>
    useSlowAnswer<OutcomeOutlook>(outlookOf(id), enabled, { history: "true" });
export const useTrackRecord = (id: string, enabled: boolean) =>
    useSlowAnswer<OutlookTrackRecord>(`/outcomes/${encodeURIComponent(id)}/track-record`, enabled);

export const useProgrammes = () => useAnswer<ProgrammeList>("/programmes");
export const useProgramme = (code: string) =>
    useAnswer<ProgrammeView>(`/programmes/${encodeURIComponent(code)}`);

/** The agenda of a meeting as it went out; what is proposed, where none is named. */
export const useAgenda = (meeting: string | undefined) =>
    useAnswer<Agenda>("/council/agenda", { meeting });

/** The strategy of this record, also where the asked moment has no answer. */
export function useStrategy(): Strategy | undefined {
    const asked = useScoreboard();
    const newest = useQuery({ ...scoreboard({}), enabled: asked.isError });
    return (asked.data ?? newest.data)?.strategy;
}
