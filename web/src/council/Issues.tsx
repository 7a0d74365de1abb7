import { useTranslation } from "react-i18next";

import type { CouncilView, Issue } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Ladder } from "../frame/Ladder";
import { Part } from "../frame/Part";
import { Coded } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";
import { clockOf, isOpen } from "./arrange";

const shownAtOnce = 6;

function ClockBar({ issue, asOf }: { issue: Issue; asOf: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { allowed, gone, late } = clockOf(issue, asOf);
    const words =
        late > 0
            ? t("council.clockLate", { count: late, allowed })
            : t("council.clock", { gone, allowed });
    return (
        <div className="clock" data-late={late > 0 || undefined}>
            <span className="clock-bar" aria-hidden="true">
                <span style={{ inlineSize: `${Math.min(100, (100 * gone) / Math.max(1, allowed))}%` }} />
            </span>
            <span>
                {words} · {t("council.due", { day: format.shortDay(issue.due) })}
            </span>
        </div>
    );
}

function Raised({ issue, view }: { issue: Issue; view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const form = view.council.desk.find((one) => one.form === issue.form)?.title ?? issue.form;
    return (
        <p className="table-note">
            <bdi className="code">{issue.code}</bdi> · <Coded text={form} isPhrase /> ·{" "}
            {t("council.raised", { day: format.shortDay(issue.raised_on) })}{" "}
            {issue.raised_by === "firm" || issue.raised_by === "member" ? (
                t(`council.by.${issue.raised_by}`)
            ) : (
                <Institution code={issue.raised_by} />
            )}
            {issue.reopened > 0 && <> · {t("council.reopened", { count: issue.reopened })}</>}
        </p>
    );
}

function IssueCard({ issue, view }: { issue: Issue; view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <li className="issue" id={issue.code} data-state={issue.state}>
            <h3>
                <Printed>{issue.title}</Printed>
            </h3>
            <Raised issue={issue} view={view} />
            {issue.text !== null && (
                <Printed block className="why">
                    {issue.text}
                </Printed>
            )}
            <ClockBar issue={issue} asOf={view.as_of} />
            <p>
                {t("council.answers")}{" "}
                {issue.owner === null ? (
                    <span className="open-mark">{t("council.nobody")}</span>
                ) : (
                    <Institution code={issue.owner} />
                )}
                {issue.constraint !== null && (
                    <>
                        {" · "}
                        {t("council.belongsTo")}{" "}
                        <PlaceLink to={`/diagnosis#c-${issue.constraint}`}>
                            <Printed>{issue.constraint}</Printed>
                        </PlaceLink>
                    </>
                )}
            </p>
            <Ladder steps={issue.escalation} />
            {issue.earlier.map(({ on, answer }) => (
                <blockquote key={on} className="answer" data-earlier>
                    <p className="table-note">
                        {t("council.answeredBefore", { day: format.shortDay(on) })}
                    </p>
                    <Printed block>{answer}</Printed>
                </blockquote>
            ))}
            {issue.answered_on !== null && (
                <blockquote className="answer">
                    <p className="table-note">
                        {t("council.answeredOn", { day: format.shortDay(issue.answered_on) })}
                    </p>
                    <Printed block>{issue.answer ?? "–"}</Printed>
                </blockquote>
            )}
            {issue.state === "withdrawn" && <p className="hint">{t("council.withdrawn")}</p>}
        </li>
    );
}

export function Issues({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const open = view.issues.filter(isOpen).sort((a, b) => a.due.localeCompare(b.due));
    const settled = view.issues.filter((issue) => !isOpen(issue)).reverse();
    const list = (some: Issue[]) => (
        <ul className="issues">
            {some.map((issue) => (
                <IssueCard key={issue.code} issue={issue} view={view} />
            ))}
        </ul>
    );
    return (
        <Part id="issues" title={t("council.issues")} hint={t("council.issuesHint")}>
            <ul className="desk">
                {view.council.desk.map(({ form, title, days }) => (
                    <li key={form}>
                        <Coded text={title} isPhrase />: <strong>{t("council.days", { count: days })}</strong>
                    </li>
                ))}
            </ul>
            {view.issues.length === 0 && <p className="empty">{t("council.noIssues")}</p>}
            {view.issues.length > 0 && open.length === 0 && (
                <p className="empty">{t("council.noOpenIssues")}</p>
            )}
            {list(open.slice(0, shownAtOnce))}
            {open.length > shownAtOnce && (
                <Fold words={t("council.more", { count: open.length - shownAtOnce })}>
                    {list(open.slice(shownAtOnce))}
                </Fold>
            )}
            {settled.length > 0 && (
                <Fold isPast words={t("council.answered", { count: settled.length })}>{list(settled)}</Fold>
            )}
        </Part>
    );
}
