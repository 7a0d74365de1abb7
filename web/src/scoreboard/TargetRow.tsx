import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Judgement } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Printed } from "../language/Printed";
import { Saying, Unit } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { SilenceMark } from "../status/SilenceMark";
import { StatusMark } from "../status/StatusMark";
import { isOpen } from "./arrange";

function Figure({ name, children }: { name: string; children: ReactNode }) {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}

/** Actual, expected and promised; of a milestone only what was reported and when it is due. */
function Figures({ target }: { target: Judgement }) {
    const { t } = useTranslation();
    const format = useFormat();
    const number = (value: number | null) =>
        value === null ? <span aria-label={t("none")}>–</span> : format.number(value);
    return (
        <dl className="figures">
            {target.measure !== "milestone" && (
                <>
                    <Figure name={t("target.actual")}>{number(target.actual)}</Figure>
                    <Figure name={t("target.expected")}>{number(target.expected)}</Figure>
                    <Figure name={t("target.promised")}>
                        {isOpen(target.value) || target.value === null ? (
                            <span className="open-mark">{t("open")}</span>
                        ) : (
                            <>
                                {format.decimal(target.value)}{" "}
                                <Unit unit={target.unit === "percent" ? "%" : (target.unit ?? "")} />
                            </>
                        )}
                    </Figure>
                </>
            )}
            <Figure name={t("target.due")}>
                {isOpen(target.due) || target.due === null ? (
                    <span className="open-mark">{t("open")}</span>
                ) : (
                    format.period(target.due)
                )}
            </Figure>
        </dl>
    );
}

function Silent({ periods }: { periods: string[] }) {
    const { t } = useTranslation();
    if (periods.length === 0) return null;
    return (
        <p className="silence">
            <SilenceMark of="silent" />
            {t("target.silent", { count: periods.length })}
        </p>
    );
}

export function TargetRow({ target }: { target: Judgement }) {
    const [why] = target.why;
    return (
        <li className="target-row" data-status={target.status}>
            <StatusMark status={target.status} />
            <div className="target-words">
                <PlaceLink to={`/targets/${target.id}`}>
                    <Printed>{target.statement ?? target.id}</Printed>
                </PlaceLink>
                {why !== undefined && (
                    <p className="why">
                        <Saying text={why} />
                    </p>
                )}
                <Silent periods={target.silent_periods} />
            </div>
            <Figures target={target} />
        </li>
    );
}
