import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { targetOf } from "../journal/kinds";
import { Printed } from "../language/Printed";
import { sentence } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { groupOpen, type OpenGroup, type OpenPoint } from "./openPoints";

function Subject({ text }: { text: string }) {
    const code = <bdi className="code">{text}</bdi>;
    return targetOf(text) === undefined ? (
        code
    ) : (
        <PlaceLink to={`/targets/${text}`}>{code}</PlaceLink>
    );
}

function Group({ group }: { group: OpenGroup }) {
    const { t } = useTranslation();
    return (
        <details className="open-group prints">
            <summary>
                <h3>
                    <Printed>{sentence(group.who).replace(/\.$/, "")}</Printed>
                </h3>
                <span className="decision-count">
                    {t("plan.whoCount", { count: group.count })}
                </span>
            </summary>
            <div className="scrolls" role="region" aria-label={group.who} tabIndex={0}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            <th scope="col">{t("plan.subject")}</th>
                            <th scope="col">{t("plan.fields")}</th>
                            <th scope="col">{t("plan.note")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {group.subjects.map(({ subject, fields, note }) => (
                            <tr key={subject}>
                                <th scope="row">
                                    <Subject text={subject} />
                                </th>
                                <td data-name={t("plan.fields")}>
                                    {fields.map((field) => t(`field.${field}`, field)).join(", ")}
                                </td>
                                <td data-name={t("plan.note")} className="wide">
                                    <Printed>{note}</Printed>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </div>
        </details>
    );
}

/** What the plan leaves open, by who can close it. */
export function OpenPoints({ points }: { points: OpenPoint[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <section id="open" aria-labelledby="open-heading">
            <h2 id="open-heading">{t("plan.open")}</h2>
            <p className="hint">
                {points.length === 0
                    ? t("plan.openNone")
                    : t("plan.openLead", { count: points.length, shown: format.number(points.length) })}
            </p>
            {groupOpen(points).map((group) => (
                <Group key={group.who} group={group} />
            ))}
        </section>
    );
}
