import { useTranslation } from "react-i18next";

import type { CouncilView, Obligation } from "../data/types";
import { daysBetween } from "../format/formats";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Ladder } from "../frame/Ladder";
import { Part } from "../frame/Part";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";
import { board } from "./arrange";

/** What is closed asks nobody for anything, so less of it is shown at once. */
const shownAtOnce = { overdue: 4, open: 4, closed_late: 2, closed: 2 } as const;

/** The day that counts, and the day that was promised first where it was put off. */
function Due({ one, asOf }: { one: Obligation; asOf: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const late = daysBetween(one.due, one.closed_on ?? asOf);
    return (
        <p className="card-due">
            {one.first_due !== one.due && (
                <>
                    <del>
                        <span className="unseen">{t("council.firstDue")} </span>
                        {format.shortDay(one.first_due)}
                    </del>{" "}
                </>
            )}
            <span>{t("council.due", { day: format.shortDay(one.due) })}</span>
            {late > 0 && <strong> {t("council.daysLate", { count: late })}</strong>}
        </p>
    );
}

function Card({ one, asOf }: { one: Obligation; asOf: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <li className="card" id={`o-${one.code}`}>
            <p className="card-owner">
                <Institution code={one.owner} />
            </p>
            <h4>
                <Printed>{one.title}</Printed>
            </h4>
            <Due one={one} asOf={asOf} />
            <Ladder steps={one.escalation} />
            {one.closed_on !== null && (
                <p>{t("council.closedOn", { day: format.shortDay(one.closed_on) })}</p>
            )}
            <p className="table-note">
                {t("council.proof")} <Printed>{one.proof}</Printed>
                {one.evidence.map((sha) => (
                    <bdi key={sha} className="code" title={sha}>
                        {" "}
                        {sha.slice(0, 10)}…
                    </bdi>
                ))}
            </p>
            {one.extensions.map((extension) => (
                <p key={extension.on + extension.due} className="table-note">
                    {t("council.putOff", {
                        on: format.shortDay(extension.on),
                        due: format.shortDay(extension.due),
                    })}{" "}
                    <Linked text={extension.decision} />
                </p>
            ))}
            <p className="table-note">
                <PlaceLink to={`/council#d-${one.code}`}>
                    {t("council.decisionOf", { code: one.code })}
                </PlaceLink>
                {one.carried_over > 0 && <> · {t("council.carriedOver", { count: one.carried_over })}</>}
            </p>
        </li>
    );
}

/** What members owe: open, overdue, closed, closed late. */
export function ObligationBoard({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const cards = (some: Obligation[]) => (
        <ul className="cards">
            {some.map((one) => (
                <Card key={one.code} one={one} asOf={view.as_of} />
            ))}
        </ul>
    );
    return (
        <Part
            id="obligations"
            title={t("council.obligations")}
            hint={view.obligations.length > 0 ? t("council.obligationsHint") : undefined}
        >
            {view.obligations.length === 0 ? (
                <p className="empty">{t("council.noObligations")}</p>
            ) : (
                <div className="board">
                    {board(view.obligations).map(({ state, cards: some }) => (
                        <section key={state} data-state={state}>
                            <h3>
                                {t(`council.state.${state}`)}{" "}
                                <span className="decision-count">{format.number(some.length)}</span>
                            </h3>
                            {some.length === 0 && <p className="hint">{t("council.noneHere")}</p>}
                            {cards(some.slice(0, shownAtOnce[state]))}
                            {some.length > shownAtOnce[state] && (
                                <Fold isPast={state.startsWith("closed")} words={t("council.more", { count: some.length - shownAtOnce[state] })}>
                                    {cards(some.slice(shownAtOnce[state]))}
                                </Fold>
                            )}
                        </section>
                    ))}
                </div>
            )}
        </Part>
    );
}
