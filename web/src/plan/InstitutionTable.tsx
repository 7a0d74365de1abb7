import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Institution, PlanDocument } from "../data/planDocument";
import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";

function counted(plan: PlanDocument): (code: string) => { leads: number; supports: number } {
    return (code) => ({
        leads: plan.activities?.filter(({ lead }) => lead === code).length ?? 0,
        supports: plan.activities?.filter(({ support }) => support?.includes(code)).length ?? 0,
    });
}

function Row({ one, plan }: { one: Institution; plan: PlanDocument }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { leads, supports } = counted(plan)(one.code);
    const ratings = [
        [t("plan.resources"), one.resources],
        [t("plan.capacity"), one.capacity],
        [t("plan.influence"), one.influence],
    ] as const;
    return (
        <tr>
            <th scope="row">
                <Printed>{one.name ?? one.code}</Printed>
                {one.abbreviation !== undefined && (
                    <Printed className="abbreviation"> {one.abbreviation}</Printed>
                )}
            </th>
            <td data-name={t("plan.type")}>
                {one.open?.includes("type") ? (
                    <span className="open-mark">{t("open")}</span>
                ) : (
                    (one.type ?? "–")
                )}
            </td>
            <td data-name={t("plan.role")} className="wide">
                <Printed>{one.role ?? ""}</Printed>
                {one.note !== undefined && <Printed className="table-note">{one.note}</Printed>}
            </td>
            <td data-name={t("plan.leads")} className="numeric">
                {leads > 0 ? (
                    <PlaceLink to={`/?lead=${one.code}`}>{format.number(leads)}</PlaceLink>
                ) : (
                    format.number(0)
                )}
            </td>
            <td data-name={t("plan.supports")} className="numeric">
                {format.number(supports)}
            </td>
            {ratings.map(([name, value]) => (
                <td key={name} data-name={name} className="numeric">
                    {value ?? "–"}
                </td>
            ))}
        </tr>
    );
}

export function InstitutionTable({ plan }: { plan: PlanDocument }) {
    const { t } = useTranslation();
    return (
        <section id="institutions" aria-labelledby="institutions-heading">
            <h2 id="institutions-heading">{t("plan.institutions")}</h2>
            <p className="hint">{t("plan.institutionsHint")}</p>
            <Scrolls of={t("plan.institutions")}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            <th scope="col">{t("plan.name")}</th>
                            <th scope="col">{t("plan.type")}</th>
                            <th scope="col">{t("plan.role")}</th>
                            {(["leads", "supports", "resources", "capacity", "influence"] as const).map(
                                (name) => (
                                    <th key={name} scope="col" className="numeric">
                                        {t(`plan.${name}`)}
                                    </th>
                                ),
                            )}
                        </tr>
                    </thead>
                    <tbody>
                        {plan.institutions?.map((one) => (
                            <Row key={one.code} one={one} plan={plan} />
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
        </section>
    );
}
