import { useTranslation } from "react-i18next";

import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { kindName } from "../journal/kinds";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";

type Report = NonNullable<Story["reports"]>[number];
type ReportEvent = Report["events"][number];

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
                    rating: t(`word.${event.self_rating}`, event.self_rating),
                }),
            );
        return words.join(" · ");
    };
}

function stateName(state: string): string {
    return `word.${state === "due" ? "due_state" : state}`;
}

/** Every period with the state of its report and all that happened to it, newest first. */
export function Reports({ story }: { story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    const claim = useClaim();
    const reports = [...(story.reports ?? [])].reverse();
    return (
        <section aria-labelledby="reports-heading">
            <h2 id="reports-heading">{t("story.reports")}</h2>
            {reports.length === 0 && <p className="empty">{t("story.noReports")}</p>}
            <ol className="reports">
                {reports.map(({ period, state, events }) => (
                    <li key={period}>
                        <h3>
                            {format.period(period)}{" "}
                            <span className="report-state" data-state={state}>
                                {t(stateName(state), state)}
                            </span>
                        </h3>
                        <ol className="events">
                            {events.map((event) => (
                                <li key={event.seq}>
                                    <span className="event-day">
                                        {format.shortDay(event.effective_on)}
                                    </span>
                                    <span>
                                        {kindName(t, event.kind)}
                                        {": "}
                                        <Printed>{event.institution}</Printed>
                                        {claim(event) !== "" && (
                                            <span className="event-claim">{claim(event)}</span>
                                        )}
                                    </span>
                                    <PlaceLink to={`/journal/${event.seq}`}>
                                        {t("story.entry", { seq: event.seq })}
                                    </PlaceLink>
                                </li>
                            ))}
                        </ol>
                    </li>
                ))}
            </ol>
        </section>
    );
}
