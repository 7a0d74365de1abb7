import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { institutionNames, type PlanDocument } from "../data/planDocument";
import { Printed } from "../language/Printed";

export function CouncilTable({ plan }: { plan: PlanDocument }) {
    const { t } = useTranslation();
    const { council } = plan;
    if (council === undefined) return null;
    const nameOf = institutionNames(plan);
    const rules = [
        ["chair", council.chair],
        ["quorum", council.quorum],
        ["term", council.term],
        ["meetings", council.meetings_per_year],
        ["secretariat", council.secretariat && nameOf(council.secretariat)],
    ] as const;
    return (
        <section id="council" aria-labelledby="council-heading">
            <h2 id="council-heading">{t("plan.council")}</h2>
            <p className="hint">
                <Printed>{council.title}</Printed>
            </p>
            <dl className="facts">
                {rules.map(([name, value]) => (
                    <div key={name} className="facts-row">
                        <dt>{t(`plan.${name}`)}</dt>
                        <dd>
                            {value === undefined || value === "" ? (
                                <span className="open-mark">{t("open")}</span>
                            ) : (
                                <Printed>{value}</Printed>
                            )}
                        </dd>
                    </div>
                ))}
            </dl>
            {council.note !== undefined && (
                <div className="note">
                    <Printed block>{council.note}</Printed>
                </div>
            )}
            <Table className="stacks">
                <caption className="unseen">{t("plan.council")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("plan.seat")}</th>
                        <th scope="col">{t("plan.member")}</th>
                        <th scope="col">{t("plan.side")}</th>
                        <th scope="col">{t("plan.note")}</th>
                    </tr>
                </thead>
                <tbody>
                    {council.seats?.map((seat) => (
                        <tr key={seat.number}>
                            <th scope="row">{seat.number}</th>
                            <td data-name={t("plan.member")}>
                                <Printed>{nameOf(seat.institution)}</Printed>
                            </td>
                            <td data-name={t("plan.side")}>
                                {t(`word.${seat.side ?? "none"}`, seat.side ?? "")}
                            </td>
                            <td data-name={t("plan.note")} className="wide">
                                <Printed>{seat.note ?? ""}</Printed>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
            {council.functions !== undefined && (
                <>
                    <h3>{t("plan.functions")}</h3>
                    <ul className="plain-list" lang="en" dir="ltr">
                        {council.functions.map((text) => (
                            <li key={text}>{text}</li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}
