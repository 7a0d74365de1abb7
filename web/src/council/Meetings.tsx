import { useTranslation } from "react-i18next";

import type { CouncilView, Meeting } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { Institution } from "../plan/Institution";
import { pastMeetings } from "./arrange";

const shownAtOnce = 8;

/** Who was there against who was needed: a bar, its mark, and the same in words. */
function Presence({ meeting, seats }: { meeting: Meeting; seats: number }) {
    const { t } = useTranslation();
    const format = useFormat();
    const all = Math.max(seats, meeting.present.length, meeting.needed, 1);
    const part = (count: number) => `${(100 * count) / all}%`;
    return (
        <div className="presence" data-quorate={meeting.quorate ?? undefined}>
            <div className="presence-bar" aria-hidden="true">
                <span className="presence-there" style={{ inlineSize: part(meeting.present.length) }} />
                <span className="presence-needed" style={{ insetInlineStart: part(meeting.needed) }} />
            </div>
            <span>
                {t("council.present", {
                    present: format.number(meeting.present.length),
                    needed: format.number(meeting.needed),
                })}
            </span>
            {meeting.quorate === false && (
                <strong className="no-quorum">{t("council.noQuorum")}</strong>
            )}
        </div>
    );
}

function Minutes({ meeting }: { meeting: Meeting }) {
    const { t } = useTranslation();
    if (meeting.minutes.length === 0) return null;
    return (
        <Fold words={t("council.minutes", { count: meeting.minutes.length })}>
            <ul className="plain-list">
                {meeting.minutes.map((line, index) => (
                    <li key={index}>
                        {t(`council.line.${line.type}`, line.type)}:{" "}
                        <Printed>{line.text ?? line.item}</Printed>
                    </li>
                ))}
            </ul>
        </Fold>
    );
}

function Row({ meeting, view }: { meeting: Meeting; view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const group = view.groups.find(({ code }) => code === meeting.body);
    const alternates = meeting.present.filter(({ capacity }) => capacity === "alternate").length;
    return (
        <li className="meeting-row" id={`m-${meeting.code}`}>
            <div>
                <strong>{format.shortDay(meeting.held_on ?? meeting.on)}</strong>
                <span className="table-note">
                    <bdi className="code">{meeting.code}</bdi>
                    {group !== undefined && (
                        <>
                            {" "}
                            <Printed>{group.title}</Printed>
                        </>
                    )}
                </span>
            </div>
            {meeting.state === "cancelled" ? (
                <p className="hint">{t("council.cancelled")}</p>
            ) : meeting.state === "scheduled" ? (
                <p className="no-record">{t("council.noRecord")}</p>
            ) : (
                <Presence meeting={meeting} seats={group?.members.length ?? view.seats.length} />
            )}
            <div className="meeting-result">
                {meeting.decisions.length > 0 ? (
                    <p>
                        {t("council.decided")}{" "}
                        <span className="listed">
                            {meeting.decisions.map((code) => (
                                <span key={code}>
                                    <Linked text={code} />
                                </span>
                            ))}
                        </span>
                    </p>
                ) : (
                    meeting.state === "held" && <p className="hint">{t("council.nothingDecided")}</p>
                )}
                <p className="table-note">
                    {meeting.chair !== null && (
                        <>
                            {t("council.chairedBy")} <Institution code={meeting.chair} />
                        </>
                    )}
                    {alternates > 0 && <> · {t("council.byAlternates", { count: alternates })}</>}
                </p>
                <Minutes meeting={meeting} />
            </div>
        </li>
    );
}

export function Meetings({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const past = pastMeetings(view.meetings, view.as_of);
    const rows = (some: Meeting[]) => (
        <ul className="meeting-rows">
            {some.map((meeting) => (
                <Row key={meeting.code} meeting={meeting} view={view} />
            ))}
        </ul>
    );
    return (
        <Part
            id="meetings"
            title={t("council.meetings")}
            hint={past.length > 0 ? t("council.meetingsHint") : undefined}
        >
            {past.length === 0 && <p className="empty">{t("council.noMeetings")}</p>}
            {past.length > 0 && rows(past.slice(0, shownAtOnce))}
            {past.length > shownAtOnce && (
                <Fold isPast words={t("council.earlier", { count: past.length - shownAtOnce })}>
                    {rows(past.slice(shownAtOnce))}
                </Fold>
            )}
        </Part>
    );
}
