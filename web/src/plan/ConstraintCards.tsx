import { useTranslation } from "react-i18next";

import type { PlanConstraint, PlanDocument } from "../data/planDocument";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";

function ConstraintCard({ one }: { one: PlanConstraint }) {
    const { t } = useTranslation();
    return (
        <li className="constraint">
            <h3>
                <Printed>{one.title ?? one.code}</Printed>
            </h3>
            <dl className="figures">
                <div>
                    <dt>{t("plan.level")}</dt>
                    <dd>{t(`word.${one.level}`, one.level ?? "")}</dd>
                </div>
                <div>
                    <dt>{t("plan.ease")}</dt>
                    <dd>{one.ease}</dd>
                </div>
                <div>
                    <dt>{t("plan.urgency")}</dt>
                    <dd>{one.urgency}</dd>
                </div>
            </dl>
            <details className="prints">
                <summary>{t("plan.causes")}</summary>
                <ul className="plain-list" lang="en" dir="ltr">
                    {one.causes?.map((cause) => (
                        <li key={cause}>{cause}</li>
                    ))}
                </ul>
            </details>
            <p className="constraint-answers">
                {t("plan.answers")}:{" "}
                {one.activities?.map((code) => (
                    <PlaceLink key={code} to={`/?q=${code}`}>
                        <bdi className="code">{code}</bdi>
                    </PlaceLink>
                ))}
                {one.cited?.map((code) => (
                    <span key={code} className="open-mark">
                        {t("plan.missing", { code })}
                    </span>
                ))}
            </p>
            {one.note !== undefined && (
                <Printed block className="table-note">
                    {one.note}
                </Printed>
            )}
        </li>
    );
}

export function ConstraintCards({ plan }: { plan: PlanDocument }) {
    const { t } = useTranslation();
    return (
        <section id="constraints" aria-labelledby="constraints-heading">
            <h2 id="constraints-heading">{t("plan.constraints")}</h2>
            <p className="hint">{t("plan.constraintsHint")}</p>
            <ul className="constraints">
                {plan.constraints?.map((one) => (
                    <ConstraintCard key={one.code} one={one} />
                ))}
            </ul>
        </section>
    );
}
