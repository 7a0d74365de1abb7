import { useTranslation } from "react-i18next";

import { addressOf } from "../data/request";
import type { CouncilView, Meeting } from "../data/types";
import { daysBetween } from "../format/formats";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Tiles } from "../frame/Tiles";
import { Coded } from "../language/Coded";
import { Printed } from "../language/Printed";
import { Institution } from "../plan/Institution";
import { laterMeetings } from "./arrange";

function Called({ meeting, view }: { meeting: Meeting; view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const days = daysBetween(view.as_of, meeting.on);
    return (
        <>
            <p className="leaf">
                <span className="leaf-month">{format.month(meeting.on)}</span>
                <span className="leaf-day">{Number(meeting.on.slice(8))}</span>
                <span className="leaf-weekday">{format.weekday(meeting.on)}</span>
            </p>
            <div className="meeting-words">
                <p className="meeting-when">
                    {t("council.inDays", { count: days })}
                    {meeting.time !== "" && <>, {t("council.at", { time: meeting.time })}</>}
                </p>
                {meeting.place !== "" && (
                    <p>
                        <Printed>{meeting.place}</Printed>
                    </p>
                )}
                <p className="hint">
                    {t("council.meeting")} <bdi className="code">{meeting.code}</bdi>
                </p>
            </div>
        </>
    );
}

function NotCalled({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const { secretariat } = view.council;
    return (
        <div className="meeting-words">
            <p className="meeting-when">{t("council.notCalled")}</p>
            <p className="hint">
                {t("council.whoCalls")}{" "}
                {secretariat !== null && secretariat !== "open" && (
                    <Institution code={secretariat} />
                )}
            </p>
        </div>
    );
}

/** The series goes on: what is called beyond the next meeting. */
function Later({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const later = laterMeetings(view.meetings, view.next, view.as_of);
    if (later.length === 0) return null;
    return (
        <p className="meeting-calendar">
            {t("council.later")} {later.map(({ on }) => format.shortDay(on)).join(t("story.comma"))}
        </p>
    );
}

/** The day, the time and the place of the next meeting, and what it takes to decide there. */
export function NextMeeting({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const meeting = view.meetings.find(({ code }) => code === view.next);
    const { council, counts } = view;
    const filled = view.seats.filter(({ holder }) => holder !== null).length;
    const count = (of: string, what: string) => counts[of]?.[what] ?? 0;
    const moving = count("proposals", "all") - count("proposals", "enacted") - count("proposals", "refused");
    const needed = meeting?.needed ?? council.needed;
    return (
        <Part id="next" title={t("council.next")}>
            <div className="next-meeting">
                <div className="meeting-card">
                    {meeting === undefined ? (
                        <NotCalled view={view} />
                    ) : (
                        <Called meeting={meeting} view={view} />
                    )}
                    <p className="meeting-quorum">
                        <strong>{t("council.needed", { needed: format.number(needed), seats: format.number(council.seats) })}</strong>{" "}
                        <span className="hint">
                            <Coded text={council.rule} />
                        </span>
                    </p>
                    <Later view={view} />
                    <p className="meeting-calendar screen-only">
                        <a href={addressOf("/calendar")}>{t("council.calendar")}</a>
                    </p>
                </div>
                <Tiles
                    tiles={[
                        {
                            name: t("council.seatsFilled"),
                            value: t("council.of", { count: format.number(filled), all: format.number(view.seats.length) }),
                            tone: filled < needed ? "bad" : undefined,
                            note: filled < needed ? t("council.tooFew") : undefined,
                        },
                        {
                            name: t("council.obligations"),
                            value: format.number(count("obligations", "open") + count("obligations", "overdue")),
                            note: t("council.overdueOf", { count: count("obligations", "overdue") }),
                            tone: count("obligations", "overdue") > 0 ? "bad" : undefined,
                        },
                        {
                            name: t("council.proposals"),
                            value: format.number(moving),
                            note: t("council.enactedOf", { count: count("proposals", "enacted") }),
                        },
                        {
                            name: t("council.issuesOpen"),
                            value: format.number(count("issues", "open")),
                            note: t("council.lateOf", { count: count("issues", "late") }),
                            tone: count("issues", "late") > 0 ? "bad" : undefined,
                        },
                    ]}
                />
            </div>
        </Part>
    );
}
