import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { institutionNames, type PlanDocument } from "../data/planDocument";
import { Scrolls } from "../frame/Scrolls";
import { targetOf } from "../journal/kinds";
import { Printed } from "../language/Printed";
import { phrase } from "../language/words";
import { PlaceLink } from "../moment/PlaceLink";
import { groupOpen, type OpenGroup, type OpenPoint } from "./openPoints";

type NameOf = (code: string) => string;

function Subject({ text, nameOf }: { text: string; nameOf: NameOf }) {
    const name = nameOf(text);
    if (name !== text) return <Printed>{name}</Printed>;
    const code = <bdi className="code">{text}</bdi>;
    if (targetOf(text) !== undefined)
        return <PlaceLink to={`/targets/${text}`}>{code}</PlaceLink>;
    return /^\d/.test(text) ? <PlaceLink to={`/?q=${text}`}>{code}</PlaceLink> : code;
}

function Group({ group, nameOf }: { group: OpenGroup; nameOf: NameOf }) {
    const { t } = useTranslation();
    return (
        <details className="open-group prints">
            <summary>
                <h3>
                    {t(`word.${group.who}`, phrase(group.who))}
                </h3>
                <span className="decision-count">
                    {t("plan.whoCount", { count: group.count })}
                </span>
            </summary>
            <Scrolls of={group.who}>
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
                                    <Subject text={subject} nameOf={nameOf} />
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
            </Scrolls>
        </details>
    );
}

/** What the plan leaves open, by who can close it. */
export function OpenPoints({ points, plan }: { points: OpenPoint[]; plan: PlanDocument }) {
    const { t } = useTranslation();
    const nameOf = institutionNames(plan);
    return (
        <section id="open" aria-labelledby="open-heading">
            <h2 id="open-heading">{t("plan.open")}</h2>
            <p className="hint">
                {points.length === 0
                    ? t("plan.openNone")
                    : t("plan.openLead", { count: points.length })}
            </p>
            {groupOpen(points).map((group) => (
                <Group key={group.who} group={group} nameOf={nameOf} />
            ))}
        </section>
    );
}
