import { useTranslation } from "react-i18next";

import type { WorkingActivity } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";
import { OpenLines } from "./OpenLines";
import { PromisedTable } from "./PromisedTable";

function Adopted({ activity }: { activity: WorkingActivity }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (activity.years.length === 0) return <p className="hint">{t("working.neverAdopted")}</p>;
    return (
        <ul className="working-years">
            {activity.years.map(({ year, on, decision }) => (
                <li key={year + on}>
                    {t("working.adoptedFor", { year, day: format.shortDay(on) })} <Linked text={decision} />
                </li>
            ))}
        </ul>
    );
}

function Confirmed({ activity }: { activity: WorkingActivity }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (activity.confirmations.length === 0) return null;
    return (
        <div>
            <h5>{t("plan.confirmations")}</h5>
            <ul className="confirmed">
                {activity.confirmations.map(({ institution, answer, by, on }) => (
                    <li key={institution} data-answer={answer} title={format.shortDay(on)}>
                        <Institution code={institution} />
                        <span>
                            {t(`word.${answer}`, answer)}
                            {by !== "" && <>, {t("working.by", { by: format.period(by) })}</>}
                        </span>
                    </li>
                ))}
            </ul>
        </div>
    );
}

function Waiting({ activity }: { activity: WorkingActivity }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (activity.proposals.length === 0) return null;
    return (
        <div className="waiting">
            <h5>{t("working.waiting")}</h5>
            <ul>
                {activity.proposals.map(({ seq, on, institution, difference }) => (
                    <li key={seq}>
                        <p className="difference">
                            <Printed>
                                <Linked text={difference.replaceAll(" -> ", " → ")} />
                            </Printed>
                        </p>
                        <p className="table-note">
                            <Institution code={institution} /> · {format.shortDay(on)} ·{" "}
                            <PlaceLink to={`/journal/${seq}`}>{t("story.entry", { seq })}</PlaceLink>
                        </p>
                    </li>
                ))}
            </ul>
        </div>
    );
}

/** One activity of the working plan: what it lacks, what was said and proposed, what was promised. */
export function ActivityCard({ activity }: { activity: WorkingActivity }) {
    const { t } = useTranslation();
    return (
        <article className="working" id={`a-${activity.code}`}>
            <header>
                <h4>
                    <bdi className="code">{activity.code}</bdi> <Printed>{activity.title}</Printed>
                </h4>
                <p className="activity-lead">
                    {activity.lead === null ? (
                        <span className="open-mark">{t("target.leadOpen")}</span>
                    ) : (
                        <>
                            {t("target.lead")}: <Institution code={activity.lead} />
                        </>
                    )}{" "}
                    ·{" "}
                    <PlaceLink to={`/?q=${activity.code}`}>{t("working.targets")}</PlaceLink>
                </p>
                <span className="working-open" data-complete={activity.open === 0 || undefined}>
                    {activity.open === 0
                        ? t("working.complete")
                        : t("working.openPoints", { count: activity.open })}
                </span>
            </header>
            <OpenLines activity={activity} />
            <Waiting activity={activity} />
            <Confirmed activity={activity} />
            <Adopted activity={activity} />
            <PromisedTable activity={activity} />
        </article>
    );
}
