import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { DiagnosisView, InstitutionLoad } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { sortedLoads, supportWeight } from "./arrange";

function Bar({ one, most }: { one: InstitutionLoad; most: number }) {
    const { t } = useTranslation();
    const format = useFormat();
    const part = (value: number) => `${(100 * value) / most}%`;
    const supports = one.supports.length * supportWeight;
    return (
        <li className="load-row" data-over={one.over || undefined}>
            <span className="load-name" title={one.name}>
                <Printed>{one.abbreviation || one.name}</Printed>
            </span>
            <span className="load-track" aria-hidden="true">
                <span className="load-leads" style={{ inlineSize: part(one.leads.length) }} />
                <span className="load-supports" style={{ inlineSize: part(supports) }} />
                {one.limit !== null && one.limit <= most && (
                    <span className="load-limit" style={{ insetInlineStart: part(one.limit) }} />
                )}
            </span>
            <span className="load-words">
                <strong>{format.number(one.load)}</strong>{" "}
                {one.limit === null ? (
                    <span className="open-mark">{t("diagnosis.notRated")}</span>
                ) : (
                    t("diagnosis.ofLimit", { limit: format.number(one.limit, 1) })
                )}
                {one.over && <strong className="load-over"> {t("diagnosis.over")}</strong>}
            </span>
        </li>
    );
}

function LoadTable({ list }: { list: InstitutionLoad[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    const rating = (value: number | null) => value ?? "–";
    const ratings = ["resources", "capacity", "influence"] as const;
    return (
        <Scrolls of={t("diagnosis.loadTable")}>
            <Table className="stacks">
                <thead>
                    <tr>
                        <th scope="col">{t("plan.name")}</th>
                        <th scope="col">{t("plan.leads")}</th>
                        <th scope="col">{t("plan.supports")}</th>
                        <th scope="col" className="numeric">{t("diagnosis.loadName")}</th>
                        <th scope="col" className="numeric">{t("diagnosis.limit")}</th>
                        {ratings.map((name) => (
                            <th key={name} scope="col" className="numeric">{t(`plan.${name}`)}</th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {list.map((one) => (
                        <tr key={one.institution} id={`i-${one.institution}`}>
                            <th scope="row">
                                <Printed>{one.name}</Printed>
                                {one.seat && <span className="table-note">{t("diagnosis.seat")}</span>}
                            </th>
                            <td data-name={t("plan.leads")}>
                                <span>{one.leads.length === 0 ? "–" : <Linked text={one.leads.join(", ")} />}</span>
                            </td>
                            <td data-name={t("plan.supports")}>
                                <span>{one.supports.length === 0 ? "–" : <Linked text={one.supports.join(", ")} />}</span>
                            </td>
                            <td data-name={t("diagnosis.loadName")} className="numeric">{format.number(one.load)}</td>
                            <td data-name={t("diagnosis.limit")} className="numeric">
                                {one.limit === null ? <span className="hint">{t("diagnosis.notRated")}</span> : format.number(one.limit, 1)}
                            </td>
                            {ratings.map((name) => (
                                <td key={name} data-name={t(`plan.${name}`)} className="numeric">{rating(one[name])}</td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** What each institution carries against what its rated capacity bears. */
export function LoadPart({ view }: { view: DiagnosisView }) {
    const { t } = useTranslation();
    const { busy, idle } = sortedLoads(view.institutions);
    const most = Math.max(1, ...busy.map(({ load, limit }) => Math.max(load, limit ?? 0)));
    return (
        <Part id="load" title={t("diagnosis.load")} hint={t("diagnosis.loadHint")}>
            {busy.length === 0 && <p className="empty">{t("diagnosis.nobodyCarries")}</p>}
            <p className="load-key" aria-hidden="true">
                <span data-of="leads">{t("plan.leads")}</span>
                <span data-of="supports">{t("diagnosis.supportsQuarter")}</span>
                <span data-of="limit">{t("diagnosis.limit")}</span>
            </p>
            <ul className="load-rows">
                {busy.map((one) => (
                    <Bar key={one.institution} one={one} most={most} />
                ))}
            </ul>
            {idle.length > 0 && (
                <p className="hint">
                    {t("diagnosis.idle", { count: idle.length })}{" "}
                    <Printed>{idle.map(({ abbreviation, name }) => abbreviation || name).join(", ")}</Printed>
                </p>
            )}
            <Fold words={t("diagnosis.loadTable")}>
                <LoadTable list={[...busy, ...idle]} />
            </Fold>
        </Part>
    );
}
