import { useTranslation } from "react-i18next";

import { useTitle } from "../frame/useTitle";
import { StatusMark } from "../status/StatusMark";
import { statuses } from "../status/statuses";
import "./method.css";

const rules = ["rule1", "rule2", "rule3", "rule4", "rule5"] as const;
const grades = ["A", "B", "C", "D"] as const;
const more = ["outcomes", "probability", "silence", "counts", "clocks"] as const;

/** The rule by which every status is computed, in plain words. */
export default function MethodPage() {
    const { t } = useTranslation();
    useTitle(t("method.title"));
    return (
        <div className="column prose">
            <header className="page-head">
                <h1>{t("method.title")}</h1>
                <p className="page-lead">{t("method.lead")}</p>
            </header>
            <section aria-labelledby="rule-heading">
                <h2 id="rule-heading">{t("method.ruleTitle")}</h2>
                <ol className="rules">
                    {rules.map((rule) => (
                        <li key={rule}>{t(`method.${rule}`)}</li>
                    ))}
                </ol>
            </section>
            <section aria-labelledby="statuses-heading">
                <h2 id="statuses-heading">{t("method.statusesTitle")}</h2>
                <dl className="meanings">
                    {statuses.map((status) => (
                        <div key={status}>
                            <dt>
                                <StatusMark status={status} />
                            </dt>
                            <dd>{t(`method.mean.${status}`)}</dd>
                        </div>
                    ))}
                </dl>
            </section>
            <section aria-labelledby="grades-heading">
                <h2 id="grades-heading">{t("method.gradesTitle")}</h2>
                <dl className="meanings grades">
                    {grades.map((grade) => (
                        <div key={grade}>
                            <dt>{grade}</dt>
                            <dd>{t(`method.grades.${grade}`)}</dd>
                        </div>
                    ))}
                </dl>
            </section>
            {more.map((part) => (
                <section key={part} aria-labelledby={`${part}-heading`}>
                    <h2 id={`${part}-heading`}>{t(`method.${part}Title`)}</h2>
                    <p>{t(`method.${part}`)}</p>
                </section>
            ))}
        </div>
    );
}
