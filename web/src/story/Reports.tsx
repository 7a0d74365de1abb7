import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { institutionNames, planOf } from "../data/planDocument";
import { usePlan } from "../data/queries";
import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { kindName } from "../journal/kinds";
import { Printed } from "../language/Printed";
import { labelOf } from "../language/words";
import { PlaceLink } from "../moment/PlaceLink";
import { SilenceMark, type Silence } from "../status/SilenceMark";
import { reportPeriods, type Report, type ReportPeriod } from "./periods";

type ReportEvent = Report["events"][number];

/** The newest periods with events are unfolded; a weekly report has hundreds of older ones. */
const openAtFirst = 2;

/** As many silent periods are named above the list, which has all of them. */
const silentNamed = 8;

function useClaim(): (event: ReportEvent) => string {
    const { t } = useTranslation();
    const format = useFormat();
    return (event) => {
        const words: string[] = [];
        if (event.value !== undefined) words.push(format.number(event.value));
        if (event.numerator !== undefined && event.denominator !== undefined)
            words.push(
                t("story.ofParts", {
                    numerator: format.number(event.numerator),
                    denominator: format.number(event.denominator),
                }),
            );
        if (event.done !== undefined) words.push(t(event.done ? "story.done" : "story.notDone"));
        if (event.grade !== undefined) words.push(t("story.grade", { grade: event.grade }));
        if (event.self_rating !== undefined)
            words.push(
                t("story.selfRating", {
                    rating: t(`word.${event.self_rating}`, labelOf(event.self_rating)),
                }),
            );
        return words.join(" · ");
    };
}

interface EventProps {
    event: ReportEvent;
    nameOf: (code: string) => string;
}

function EventLine({ event, nameOf }: EventProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const claim = useClaim()(event);
    return (
        <li>
            <span className="event-day">{format.shortDay(event.effective_on)}</span>
            <span>
                {kindName(t, event.kind)}: <Printed>{nameOf(event.institution)}</Printed>
                {claim !== "" && <span className="event-claim">{claim}</span>}
            </span>
            <PlaceLink to={`/journal/${event.seq}`}>{t("story.entry", { seq: event.seq })}</PlaceLink>
        </li>
    );
}

function stateName(state: string): string {
    return `word.${state === "due" ? "due_state" : state}`;
}

function markOf({ state, isSilent, events }: ReportPeriod): Silence | undefined {
    if (state === "contributed") return "contributed";
    if (isSilent) return "silent";
    return state === "due" && events.length === 0 ? "due" : undefined;
}

function State({ report }: { report: ReportPeriod }) {
    const { t } = useTranslation();
    const mark = markOf(report);
    return (
        <span className="report-state" data-state={report.state}>
            {mark !== undefined && <SilenceMark of={mark} />}
            {t(stateName(report.state), labelOf(report.state))}
        </span>
    );
}

/** What no event tells: that nothing came, or only a contribution. */
function Remark({ report }: { report: ReportPeriod }) {
    const { t } = useTranslation();
    const { state, isSilent, events } = report;
    if (state === "contributed")
        return (
            <p className="report-remark">
                {t("story.onlyContributed")}
                {isSilent && ` ${t("story.graceOver")}`}
            </p>
        );
    if (isSilent)
        return (
            <p className="report-remark silence">
                {t(events.length === 0 ? "story.silent" : "story.noneStands")}
            </p>
        );
    if (events.length > 0) return null;
    return <p className="report-remark">{t(state === "due" ? "story.stillDue" : "story.nothing")}</p>;
}

interface PeriodProps {
    report: ReportPeriod;
    isOpen: boolean;
    nameOf: (code: string) => string;
}

function Period({ report, isOpen, nameOf }: PeriodProps) {
    const format = useFormat();
    const head = (
        <>
            <h3>{format.period(report.period)}</h3>
            <State report={report} />
        </>
    );
    if (report.events.length === 0)
        return (
            <div className="report-empty">
                {head}
                <Remark report={report} />
            </div>
        );
    return (
        <details className="prints" open={isOpen}>
            <summary>{head}</summary>
            <Remark report={report} />
            <ol className="events">
                {report.events.map((event) => (
                    <EventLine key={event.seq} event={event} nameOf={nameOf} />
                ))}
            </ol>
        </details>
    );
}

/** How many asked periods are silent, and which. */
function SilenceNotice({ reports }: { reports: ReportPeriod[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    const silent = reports.filter(({ isSilent }) => isSilent).map(({ period }) => period);
    if (silent.length === 0) return null;
    const named = silent.slice(0, silentNamed).map((period) => format.period(period));
    const more = silent.length - named.length;
    return (
        <p className="silence silence-notice">
            <SilenceMark of="silent" />
            {t("story.silence", { count: silent.length })}{" "}
            {named.map((period, index) => (
                <Fragment key={period}>
                    {index > 0 && t("story.comma")}
                    <bdi className="nowrap">{period}</bdi>
                </Fragment>
            ))}
            {more > 0 && ` ${t("story.andMore", { count: more })}`}
        </p>
    );
}

/** Every period with the state of its report and all that happened to it, newest first. */
export function Reports({ story }: { story: Story }) {
    const { t } = useTranslation();
    const view = usePlan().data;
    const nameOf = institutionNames(view ? planOf(view) : undefined);
    const reports = reportPeriods(story);
    const unfolded = reports.filter(({ events }) => events.length > 0).slice(0, openAtFirst);
    return (
        <section aria-labelledby="reports-heading">
            <h2 id="reports-heading">{t("story.reports")}</h2>
            {reports.every(({ events }) => events.length === 0) && (
                <p className="empty">{t("story.noReports")}</p>
            )}
            <SilenceNotice reports={reports} />
            <ol className="reports">
                {reports.map((report) => (
                    <li key={report.period}>
                        <Period report={report} isOpen={unfolded.includes(report)} nameOf={nameOf} />
                    </li>
                ))}
            </ol>
        </section>
    );
}
