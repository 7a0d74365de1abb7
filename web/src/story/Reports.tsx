import { useTranslation } from "react-i18next";

import { institutionNames, planOf } from "../data/planDocument";
import { usePlan } from "../data/queries";
import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { kindName } from "../journal/kinds";
import { Printed } from "../language/Printed";
import { labelOf } from "../language/words";
import { PlaceLink } from "../moment/PlaceLink";

type Report = NonNullable<Story["reports"]>[number];
type ReportEvent = Report["events"][number];

/** The newest periods are unfolded; a weekly report has hundreds of older ones. */
const openAtFirst = 2;

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

/** Every period with the state of its report and all that happened to it, newest first. */
export function Reports({ story }: { story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    const view = usePlan().data;
    const nameOf = institutionNames(view ? planOf(view) : undefined);
    const reports = [...(story.reports ?? [])].reverse();
    return (
        <section aria-labelledby="reports-heading">
            <h2 id="reports-heading">{t("story.reports")}</h2>
            {reports.length === 0 && <p className="empty">{t("story.noReports")}</p>}
            <ol className="reports">
                {reports.map(({ period, state, events }, index) => (
                    <li key={period}>
                        <details className="prints" open={index < openAtFirst}>
                            <summary>
                                <h3>{format.period(period)}</h3>
                                <span className="report-state" data-state={state}>
                                    {t(stateName(state), labelOf(state))}
                                </span>
                            </summary>
                            <ol className="events">
                                {events.map((event) => (
                                    <EventLine key={event.seq} event={event} nameOf={nameOf} />
                                ))}
                            </ol>
                        </details>
                    </li>
                ))}
            </ol>
        </section>
    );
}
