import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import type { FundingRow, FundingView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Amount } from "./Amount";
import { cellOf, isMeasure, measures, shade, sizeOf, touchedRows, untouchedActivities, type Measure } from "./arrange";

function RowName({ row }: { row: FundingRow }) {
    const { t } = useTranslation();
    if (row.kind === "whole") return <strong>{t("money.whole")}</strong>;
    const name = (
        <>
            <bdi className="code">{row.code}</bdi> <Printed>{row.title}</Printed>
        </>
    );
    return row.kind === "activity" ? (
        <PlaceLink to={`/working-plan#a-${row.code}`}>{name}</PlaceLink>
    ) : (
        name
    );
}

interface CellProps {
    row: FundingRow;
    year: string | undefined;
    measure: Measure;
    most: number;
}

/** An amount on its shade; what is not known says why, and is never 0. */
function HeatCell({ row, year, measure, most }: CellProps) {
    const { t } = useTranslation();
    const cell = cellOf(year === undefined ? row.all : row.years[year], measure);
    const name = year ?? t("money.all");
    if (cell.is === "nothing")
        return (
            <td data-name={name} className="heat">
                <span className="heat-none">
                    <span aria-hidden="true">·</span>
                    <span className="unseen">{t("money.nothing")}</span>
                </span>
            </td>
        );
    if (cell.is === "why")
        return (
            <td data-name={name} className="heat">
                <span className="heat-why">{t(`money.why.${cell.why}`, cell.why)}</span>
            </td>
        );
    const isGap = measure === "gap" || measure === "gap_after_pledges";
    const tone = !isGap ? "plain" : sizeOf(cell.amount) > 0 ? "gap" : "covered";
    const depth = row.kind === "activity" || row.kind === "step" ? shade(cell.amount, most) : 0;
    return (
        <td data-name={name} className="heat numeric">
            <span className="heat-amount" data-tone={tone} data-shade={Math.ceil(depth * 5)}>
                <Amount amount={cell.amount} />
            </span>
        </td>
    );
}

function MeasureChoice({ measure, choose }: { measure: Measure; choose: (to: Measure) => void }) {
    const { t } = useTranslation();
    return (
        <div className="choice" role="group" aria-label={t("money.show")}>
            {measures.map((one) => (
                <button key={one} type="button" aria-pressed={one === measure} onClick={() => choose(one)}>
                    {t(`money.measure.${one}`)}
                </button>
            ))}
        </div>
    );
}

function NotCosted({ rows }: { rows: FundingRow[] }) {
    const { t } = useTranslation();
    if (rows.length === 0) return null;
    return (
        <div className="not-costed">
            <h3>{t("money.notCosted", { count: rows.length })}</h3>
            <p className="hint">{t("money.notCostedHint")}</p>
            <ul>
                {rows.map(({ code, title }) => (
                    <li key={code}>
                        <PlaceLink to={`/working-plan#a-${code}`} title={title}>
                            <bdi className="code">{code}</bdi> <Printed>{title}</Printed>
                        </PlaceLink>
                    </li>
                ))}
            </ul>
        </div>
    );
}

export function GapTable({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const [search, setSearch] = useSearchParams();
    const asked = search.get("show");
    const measure = isMeasure(asked) ? asked : "gap";
    const rows = touchedRows(view.rows);
    const years = view.fiscal_years.filter((year) => rows.some((row) => row.years[year] !== undefined));
    const most = Math.max(
        0,
        ...rows
            .filter(({ kind }) => kind === "activity" || kind === "step")
            .flatMap((row) => [...years.map((year) => row.years[year]), row.all])
            .map((funds) => Math.abs(sizeOf(funds?.[measure] ?? null))),
    );
    const choose = (to: Measure) =>
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                after.set("show", to);
                return after;
            },
            { replace: true },
        );
    const isEmpty = rows.length <= 1;
    return (
        <Part
            id="gap"
            title={t("money.gap")}
            hint={isEmpty ? undefined : t("money.gapHint", { level: t(`money.level.${view.level}`), currency: view.currency })}
        >
            {isEmpty ? (
                <p className="empty">{t("money.nothingCosted")}</p>
            ) : (
                <>
                    <MeasureChoice measure={measure} choose={choose} />
                    <Scrolls of={t("money.gap")}>
                        <Table className="heat-table stacks">
                            <caption className="unseen">
                                {t(`money.measure.${measure}`)}, {view.currency}
                            </caption>
                            <thead>
                                <tr>
                                    <th scope="col">{t("money.part")}</th>
                                    {years.map((year) => (
                                        <th key={year} scope="col" className="numeric">
                                            {year}
                                        </th>
                                    ))}
                                    <th scope="col" className="numeric">
                                        {t("money.all")}
                                    </th>
                                </tr>
                            </thead>
                            <tbody>
                                {rows.map((row) => (
                                    <tr key={row.kind + row.code} data-kind={row.kind}>
                                        <th scope="row">
                                            <RowName row={row} />
                                            {row.activities > 1 && (
                                                <span className="table-note">
                                                    {t("money.costedOf", {
                                                        costed: format.number(row.activities_costed),
                                                        all: format.number(row.activities),
                                                    })}
                                                </span>
                                            )}
                                        </th>
                                        {years.map((year) => (
                                            <HeatCell key={year} row={row} year={year} measure={measure} most={most} />
                                        ))}
                                        <HeatCell row={row} year={undefined} measure={measure} most={most} />
                                    </tr>
                                ))}
                            </tbody>
                        </Table>
                    </Scrolls>
                </>
            )}
            <NotCosted rows={untouchedActivities(view.rows)} />
        </Part>
    );
}
