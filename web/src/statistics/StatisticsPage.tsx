import { useTranslation } from "react-i18next";

import "../language/loadRooms";

import { useScoreboard } from "../data/queries";
import { useFormat } from "../format/useFormat";
import { Contents } from "../frame/Contents";
import { Loading } from "../frame/Loading";
import { Part } from "../frame/Part";
import { ProblemNotice } from "../frame/ProblemNotice";
import { useHashArrival } from "../frame/useHashArrival";
import { useTitle } from "../frame/useTitle";
import { MomentBar } from "../moment/MomentBar";
import { PlaceLink } from "../moment/PlaceLink";
import { useMoment } from "../moment/useMoment";
import { DerivedPart } from "./DerivedPart";
import { Name, useNameOf } from "./Name";
import { Providers } from "./Providers";
import { useCatalogue, useExtent } from "./queries";
import type { Catalogue, Flow } from "./structure";
import "../styles/rooms.css";
import "./statistics.css";

function Extent({ flow }: { flow: Flow }) {
    const { t } = useTranslation();
    const format = useFormat();
    const extent = useExtent(flow, useMoment().asOf).data;
    const isNothing = extent !== undefined && extent.series === 0;
    return (
        <>
            <div>
                <dt>{t("statistics.lastDay")}</dt>
                <dd>
                    {extent === undefined
                        ? "…"
                        : isNothing
                          ? t("statistics.notByThen")
                          : extent.lastDay === undefined
                            ? "—"
                            : format.shortDay(extent.lastDay)}
                </dd>
            </div>
            <div>
                <dt>{t("statistics.series")}</dt>
                <dd>{extent === undefined ? "…" : format.number(extent.series)}</dd>
            </div>
        </>
    );
}

function Card({ flow }: { flow: Flow }) {
    const { t } = useTranslation();
    return (
        <li className="flow-card" id={`flow-${flow.id}`}>
            <h3>
                <PlaceLink to={`/statistics/${flow.agency}/${flow.id}`}>
                    <Name of={flow.names} code={flow.id} />
                </PlaceLink>
            </h3>
            {Object.keys(flow.descriptions).length > 0 && (
                <p className="flow-text">
                    <Name of={flow.descriptions} code="" />
                </p>
            )}
            <dl className="figures">
                {flow.providers.length > 0 && (
                    <div>
                        <dt>{t("statistics.provider")}</dt>
                        <dd>
                            <Providers of={flow.providers} />
                        </dd>
                    </div>
                )}
                <Extent flow={flow} />
            </dl>
        </li>
    );
}

/** The subjects at the top, each with the flows of all that belongs to it. */
function groupsOf({ flows, subjects }: Catalogue) {
    const groups = subjects
        .filter(({ depth }) => depth === 0)
        .map((subject) => ({
            subject,
            flows: subjects
                .filter(({ path }) => path === subject.path || path.startsWith(`${subject.path}.`))
                .flatMap(({ path }) => flows.filter((flow) => flow.subject === path)),
        }))
        .filter((group) => group.flows.length > 0);
    const filed = new Set(groups.flatMap((group) => group.flows));
    return { groups, others: flows.filter((flow) => !filed.has(flow)) };
}

/** Every dataflow of the record, by subject. */
export default function StatisticsPage() {
    const { t } = useTranslation();
    const nameOf = useNameOf();
    const moment = useMoment();
    const answer = useCatalogue();
    const heading = useScoreboard().data;
    useTitle(t("statistics.title"));
    useHashArrival(answer.data !== undefined);
    if (answer.isError) return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Loading />;
    const { groups, others } = groupsOf(answer.data);
    return (
        <div className="column">
            <header className="page-head">
                <h1>{t("statistics.title")}</h1>
                <p className="page-lead">{t("statistics.lead", { count: answer.data.flows.length })}</p>
                <p>
                    <PlaceLink to="/statistics/quality">{t("statistics.quality.link")}</PlaceLink>
                </p>
                <p>
                    <PlaceLink to="/statistics/forecasts">{t("statistics.publishedForecasts")}</PlaceLink>
                </p>
            </header>
            <MomentBar heading={heading} />
            {moment.recordedBy !== undefined && <p className="hint">{t("statistics.noRecordClock")}</p>}
            {answer.data.flows.length === 0 && <p className="empty">{t("statistics.none")}</p>}
            {groups.length > 1 && <Contents parts={groups.map(({ subject }) => [`subject-${subject.id}`, nameOf(subject)] as const)} />}
            {groups.map(({ subject, flows }) => (
                <Part key={subject.path} id={`subject-${subject.id}`} title={nameOf(subject)}>
                    <ul className="flow-cards">
                        {flows.map((flow) => (
                            <Card key={flow.id} flow={flow} />
                        ))}
                    </ul>
                </Part>
            ))}
            <DerivedPart />
            {others.length > 0 && (
                <Part id="others" title={t("statistics.otherSubjects")}>
                    <ul className="flow-cards">
                        {others.map((flow) => (
                            <Card key={flow.id} flow={flow} />
                        ))}
                    </ul>
                </Part>
            )}
        </div>
    );
}
