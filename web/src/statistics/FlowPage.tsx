import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router-dom";

import "../language/loadRooms";

import { useScoreboard } from "../data/queries";
import { useFormat } from "../format/useFormat";
import { Loading } from "../frame/Loading";
import { ProblemNotice } from "../frame/ProblemNotice";
import { useHashArrival } from "../frame/useHashArrival";
import { useTitle } from "../frame/useTitle";
import { PlaceLink } from "../moment/PlaceLink";
import { useMoment } from "../moment/useMoment";
import { seriesAt } from "./arrange";
import { isWhole, readChoice, withChoice, type Choice } from "./choice";
import { Downloads } from "./Downloads";
import { FigureDialog } from "./FigureDialog";
import { FiguresPart } from "./FiguresPart";
import type { History } from "./history";
import { Name, useNameOf } from "./Name";
import { Picker } from "./Picker";
import { Providers } from "./Providers";
import { settle, useAvailable, useFlow, useHistory, type FlowName } from "./queries";
import type { Shown } from "./shown";
import type { Available, Flow } from "./structure";
import { RevisionsPart } from "./RevisionsPart";
import { useVintage } from "./useVintage";
import { VintageBar } from "./VintageBar";
import "../styles/rooms.css";
import "./statistics.css";

const FlowForecasts = lazy(() => import("../forecasts/FlowForecasts"));

function NoFlow() {
    const { t } = useTranslation();
    useTitle(t("statistics.noFlow"));
    return (
        <div className="column problem">
            <h1>{t("statistics.noFlow")}</h1>
            <p>{t("statistics.noFlowText")}</p>
            <p>
                <PlaceLink to="/statistics">{t("statistics.back")}</PlaceLink>
            </p>
        </div>
    );
}

function Head({ flow }: { flow: Flow }) {
    const { t } = useTranslation();
    return (
        <header className="page-head">
            <p className="trail">
                <PlaceLink to="/statistics">{t("statistics.title")}</PlaceLink>
                {flow.providers.length > 0 && (
                    <>
                        <span aria-hidden="true">/</span>
                        <span>
                            <Providers of={flow.providers} />
                        </span>
                    </>
                )}
            </p>
            <h1>
                <Name of={flow.names} code={flow.id} />
            </h1>
            {Object.keys(flow.descriptions).length > 0 && (
                <p className="page-lead">
                    <Name of={flow.descriptions} code="" />
                </p>
            )}
        </header>
    );
}

/** What stands in place of the figures: nothing goes together, or nothing was out by the day. */
function Nothing({ history, day, anew }: { history: History; day: string; anew: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    const first = history.days[0];
    return (
        <div className="note" role="status">
            <p>
                <strong>{first === undefined ? t("statistics.nothing") : t("statistics.nothingYet", { day: format.day(day) })}</strong>
            </p>
            <p>{first === undefined ? t("statistics.nothingHint") : t("statistics.nothingYetHint", { day: format.day(first) })}</p>
            {first === undefined && (
                <Button variant="default" className="anew" onClick={anew}>
                    {t("statistics.anew")}
                </Button>
            )}
        </div>
    );
}

interface FiguresProps {
    flow: Flow;
    dimensions: string[];
    choice: Choice;
    anew: () => void;
}

function Figures({ flow, dimensions, choice, anew }: FiguresProps) {
    const answer = useHistory(flow, dimensions, choice, true);
    const heading = useScoreboard().data;
    const today = heading?.today ?? new Date().toISOString().slice(0, 10);
    const { day, hold } = useVintage(today);
    const history = answer.data;
    const shown = useMemo<Shown | undefined>(
        () => history && { history, day, today, isNewest: history.days.every((one) => one <= day) },
        [history, day, today],
    );
    useHashArrival(history !== undefined);
    if (answer.isError) return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (history === undefined || shown === undefined) return <Loading />;
    const isEmpty = seriesAt(history, day).length === 0;
    return (
        <div className={`flow-figures ${answer.isPlaceholderData ? "stale" : ""}`} aria-busy={answer.isFetching}>
            {history.days.length > 0 && <VintageBar shown={shown} hold={hold} />}
            {isEmpty ? (
                <Nothing history={history} day={day} anew={anew} />
            ) : (
                <>
                    <FiguresPart shown={shown} />
                    <Suspense fallback={null}>
                        <FlowForecasts flow={flow} shown={shown} />
                    </Suspense>
                    <RevisionsPart shown={shown} />
                    <Downloads flow={flow} dimensions={dimensions} choice={choice} shown={shown} />
                </>
            )}
            <FigureDialog shown={shown} />
        </div>
    );
}

function Browser({ flow, all }: { flow: Flow; all: Available }) {
    const [search, setSearch] = useSearchParams();
    const client = useQueryClient();
    const name = useMemo<FlowName>(() => ({ agency: flow.agency, id: flow.id }), [flow]);
    const dimensions = useMemo(() => flow.dimensions.map(({ id }) => id), [flow]);
    const choice = useMemo(() => {
        const read = readChoice(search);
        return Object.fromEntries(dimensions.flatMap((id) => (read[id] === undefined ? [] : [[id, read[id]]])));
    }, [search, dimensions]);
    const isReady = isWhole(choice, dimensions);
    const settled = useQuery({
        queryKey: ["sdmx", "settled", name, choice],
        queryFn: () => settle(client, name, dimensions, choice),
        enabled: !isReady && all.series > 0,
    });
    const found = settled.data;
    useEffect(() => {
        if (!isReady && found !== undefined) setSearch((before) => withChoice(before, found), { replace: true });
    }, [isReady, found, setSearch]);
    const [fault, setFault] = useState<Error>();
    const take = (to: Choice) => {
        setFault(undefined);
        setSearch((before) => {
            const after = withChoice(before, to);
            after.delete("figure");
            return after;
        });
    };
    const takeSettled = (wanted: Choice, first?: string) => void settle(client, name, dimensions, wanted, first).then(take, setFault);
    if (fault !== undefined) return <ProblemNotice error={fault} retry={() => setFault(undefined)} />;
    if (settled.isError) return <ProblemNotice error={settled.error} retry={() => void settled.refetch()} />;
    return (
        <div className="column statistics">
            <Head flow={flow} />
            {isReady || all.series === 0 ? (
                <>
                    {all.series > 0 && <Picker flow={flow} all={all} choice={choice} take={take} takeSettled={takeSettled} />}
                    <Figures flow={flow} dimensions={dimensions} choice={choice} anew={() => takeSettled({})} />
                </>
            ) : (
                <Loading />
            )}
        </div>
    );
}

/** One dataflow: what is chosen of it, as it was published by a day, and how it was revised. */
export default function FlowPage() {
    const { agency = "", flow = "" } = useParams();
    const name = useMemo<FlowName>(() => ({ agency, id: flow }), [agency, flow]);
    const nameOf = useNameOf();
    const { t } = useTranslation();
    const moment = useMoment();
    const answer = useFlow(name);
    const dimensions = answer.data?.dimensions.map(({ id }) => id) ?? [];
    const all = useAvailable(name, dimensions);
    useTitle(answer.data ? nameOf(answer.data) : t("statistics.title"));
    if (answer.isError) return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === null) return <NoFlow />;
    if (all.isError) return <ProblemNotice error={all.error} retry={() => void all.refetch()} />;
    if (answer.data === undefined || all.data === undefined) return <Loading />;
    return (
        <>
            <Browser key={`${agency}:${flow}`} flow={answer.data} all={all.data} />
            {moment.recordedBy !== undefined && <p className="column hint record-clock">{t("statistics.noRecordClock")}</p>}
        </>
    );
}
