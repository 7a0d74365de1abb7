import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { institutionNames, planOf } from "../data/planDocument";
import type { PlanView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";

/** What leads and supporters said that they can carry out, and when. */
export function Confirmations({ view }: { view: PlanView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const nameOf = institutionNames(planOf(view));
    if (view.confirmations.length === 0) return null;
    return (
        <section id="confirmations" aria-labelledby="confirmations-heading">
            <h2 id="confirmations-heading">{t("plan.confirmations")}</h2>
            <Scrolls of={t("plan.confirmations")}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            <th scope="col">{t("plan.activity")}</th>
                            <th scope="col">{t("journal.institution")}</th>
                            <th scope="col">{t("plan.answer")}</th>
                            <th scope="col">{t("plan.by")}</th>
                            <th scope="col">{t("plan.on")}</th>
                            <th scope="col">{t("journal.seq")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {view.confirmations.map((one) => (
                            <tr key={one.seq}>
                                <th scope="row">
                                    <bdi className="code">{one.activity}</bdi>
                                </th>
                                <td data-name={t("journal.institution")}>
                                    <Printed>{nameOf(one.institution)}</Printed>
                                </td>
                                <td data-name={t("plan.answer")}>
                                    {t(`word.${one.answer}`, one.answer)}
                                </td>
                                <td data-name={t("plan.by")}>
                                    {one.by === "" ? "–" : format.period(one.by)}
                                </td>
                                <td data-name={t("plan.on")} className="nowrap">
                                    {format.shortDay(one.on)}
                                </td>
                                <td data-name={t("journal.seq")}>
                                    <PlaceLink to={`/journal/${one.seq}`}>
                                        {t("story.entry", { seq: one.seq })}
                                    </PlaceLink>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
        </section>
    );
}
