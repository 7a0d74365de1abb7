import { useTranslation } from "react-i18next";

import { useIndicator } from "../data/queries";
import type { Answer, Judgement } from "../data/types";
import { useFormat } from "../format/useFormat";
import { unitName } from "../language/i18n";
import { Printed } from "../language/Printed";
import { Saying } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { StatusMark } from "../status/StatusMark";

/** What the published figure of the measured period is: whole or a part, derived or printed. */
function Nature({ answer }: { answer: Answer }) {
    const { t } = useTranslation();
    const derived = (answer.derivation?.parts?.length ?? 0) > 0;
    const words = [
        answer.complete ? t("outcome.complete") : t("outcome.toDate", answer.coverage),
        derived ? t("outcome.derived") : t("outcome.published"),
    ];
    if (answer.estimated) words.push(t("outcome.estimated"));
    return <p className="outcome-nature">{words.join(" · ")}</p>;
}

function Gauge({ outcome }: { outcome: Judgement }) {
    const value = Number(outcome.value);
    if (outcome.actual === null || !(value > 0)) return null;
    const top = Math.max(value, outcome.actual) * 1.02;
    const at = (amount: number) => `${(100 * amount) / top}%`;
    return (
        <svg className="gauge" data-status={outcome.status} aria-hidden="true">
            <rect className="gauge-ground" width="100%" height="8" y="3" rx="2" />
            <rect className="gauge-actual" width={at(outcome.actual)} height="8" y="3" rx="2" />
            <line className="gauge-target" x1={at(value)} x2={at(value)} y1="0" y2="14" />
        </svg>
    );
}

function OutcomeCard({ outcome }: { outcome: Judgement }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const { data } = useIndicator(outcome.indicator);
    const answer = data?.years.find(({ period }) => period === outcome.period);
    const value = outcome.value === null ? t("open") : format.decimal(outcome.value);
    const isLimit = outcome.measure === "concentration";
    return (
        <li className="outcome-card">
            <StatusMark status={outcome.status} />
            <h3>
                <PlaceLink to={`/targets/${outcome.id}`}>
                    <Printed>{outcome.statement}</Printed>
                </PlaceLink>
            </h3>
            {outcome.actual === null ? (
                <p className="outcome-value">
                    <span className="outcome-nothing">{t("outcome.nothing")}</span>
                </p>
            ) : (
                <p className="outcome-value">
                    <strong>
                        <bdi dir="ltr">
                            {format.number(outcome.actual)}
                            {isLimit && outcome.unit === "percent" && " %"}
                        </bdi>
                    </strong>{" "}
                    <span>
                        {t(isLimit ? "outcome.atMost" : "outcome.against", {
                            value,
                            unit: unitName(i18n.language, outcome.unit ?? ""),
                        })}
                    </span>
                </p>
            )}
            <Gauge outcome={outcome} />
            {answer !== undefined ? (
                <Nature answer={answer} />
            ) : (
                outcome.why[0] !== undefined && (
                    <p className="outcome-nature">
                        <Saying text={outcome.why[0]} />
                    </p>
                )
            )}
            <dl className="outcome-facts">
                {outcome.origin !== undefined && (
                    <div>
                        <dt className="unseen">{t("story.source")}</dt>
                        <dd>{t(`outcome.origin.${outcome.origin}`, outcome.origin)}</dd>
                    </div>
                )}
                {outcome.scope !== undefined && (
                    <div>
                        <dt>{t("outcome.scope")}</dt>
                        <dd>
                            <Printed>{outcome.scope}</Printed>
                        </dd>
                    </div>
                )}
            </dl>
        </li>
    );
}

export function Outcomes({ outcomes }: { outcomes: Judgement[] }) {
    const { t } = useTranslation();
    if (outcomes.length === 0) return null;
    return (
        <section aria-labelledby="outcomes-heading">
            <h2 id="outcomes-heading">{t("board.outcomes")}</h2>
            <p className="hint">{t("board.outcomesHint")}</p>
            <ul className="outcome-cards">
                {outcomes.map((outcome) => (
                    <OutcomeCard key={outcome.id} outcome={outcome} />
                ))}
            </ul>
        </section>
    );
}
