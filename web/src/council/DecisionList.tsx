import { useTranslation } from "react-i18next";

import type { CouncilView, Decision } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Split } from "../frame/Split";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution, Institutions } from "../plan/Institution";

const shownAtOnce = 8;

function Votes({ decision }: { decision: Decision }) {
    const { t } = useTranslation();
    const words = t("council.votes", {
        for: decision.for,
        against: decision.against,
        abstained: decision.abstained,
    });
    if (decision.for + decision.against + decision.abstained === 0)
        return <p className="hint">{t("council.noVotes")}</p>;
    return (
        <div className="votes">
            <Split
                label={words}
                shares={[
                    { name: "for", value: decision.for, tone: "good" },
                    { name: "against", value: decision.against, tone: "bad" },
                    { name: "abstained", value: decision.abstained, tone: "plain" },
                ]}
            />
            <span>{words}</span>
            {decision.recused.length > 0 && (
                <span className="table-note">
                    {t("council.recused")} <Institutions codes={decision.recused} />
                </span>
            )}
        </div>
    );
}

function Outcome({ decision }: { decision: Decision }) {
    const { t } = useTranslation();
    const format = useFormat();
    const until = decision.due === null ? null : t("council.dueBy", { day: format.shortDay(decision.due) });
    if (decision.outcome === "obligation" && decision.owner !== null)
        return (
            <p>
                <PlaceLink to={`/council#o-${decision.code}`}>{t("council.anObligation")}</PlaceLink>{" "}
                <Institution code={decision.owner} /> {until}
            </p>
        );
    if (decision.outcome === "proposal" && decision.decided_by !== null)
        return (
            <p>
                <PlaceLink to={`/council#p-${decision.code}`}>{t("council.aProposal")}</PlaceLink>{" "}
                <Institution code={decision.decided_by} /> {until}
            </p>
        );
    return null;
}

function Row({ decision }: { decision: Decision }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <li className="decision" id={`d-${decision.code}`} data-adopted={decision.adopted}>
            <div>
                <bdi className="code">{decision.code}</bdi>
                <span className="table-note">{format.shortDay(decision.on)}</span>
            </div>
            <div className="decision-what">
                <p>
                    {!decision.adopted && <strong className="no-quorum">{t("council.notAdopted")} </strong>}
                    <Printed>{decision.title}</Printed>
                </p>
                {decision.text !== null && (
                    <Printed block className="why">
                        {decision.text}
                    </Printed>
                )}
                {decision.concerns.length > 0 && (
                    <p className="table-note">
                        {t("council.concerns")}{" "}
                        <Printed>
                            <Linked text={decision.concerns.join(", ")} />
                        </Printed>
                    </p>
                )}
                <Outcome decision={decision} />
                {decision.minutes !== null && (
                    <p className="table-note">
                        {t("council.fromMinutes")}{" "}
                        <bdi className="code" title={decision.minutes}>{decision.minutes.slice(0, 12)}…</bdi>
                    </p>
                )}
            </div>
            <Votes decision={decision} />
            <PlaceLink to={`/journal/${decision.seq}`} className="nowrap">
                {t("story.entry", { seq: decision.seq })}
            </PlaceLink>
        </li>
    );
}

export function DecisionList({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const newest = [...view.decisions].reverse();
    const list = (some: Decision[]) => (
        <ul className="decision-rows">
            {some.map((decision) => (
                <Row key={decision.code} decision={decision} />
            ))}
        </ul>
    );
    return (
        <Part id="decisions" title={t("council.decisions")}>
            {newest.length === 0 ? (
                <p className="empty">{t("council.noDecisions")}</p>
            ) : (
                list(newest.slice(0, shownAtOnce))
            )}
            {newest.length > shownAtOnce && (
                <Fold isPast words={t("council.earlierDecisions", { count: newest.length - shownAtOnce })}>
                    {list(newest.slice(shownAtOnce))}
                </Fold>
            )}
        </Part>
    );
}
