import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { SeriesAdjustment } from "../data/types";
import { useFormat } from "../format/useFormat";
import { CsvLink } from "../frame/CsvLink";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { unitName } from "../language/i18n";
import { digitsFor } from "./arrange";

/** Every period with its parts, the last first. */
export function AdjustedTable({ made }: { made: SeriesAdjustment }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const digits = digitsFor(made.periods.map(({ adjusted }) => adjusted ?? 0));
    const ofParts = made.mode === "multiplicative" ? 4 : digits;
    const number = (value: number | null, places: number) => (value === null ? "–" : <bdi>{format.decimal(value.toFixed(places))}</bdi>);
    const words = t(made.adjusted ? "forecasts.adjusted.table" : "forecasts.adjusted.tablePlain", { count: made.periods.length });
    const columns = ["seasonal", "adjusted", "trend", "irregular"] as const;
    return (
        <Part id="numbers" title={t("forecasts.adjusted.numbers")}>
            <CsvLink
                name={made.adjusted ? "adjusted" : "published"}
                columns={["time", "value", "provisional", ...(made.adjusted ? columns : [])]}
                rows={made.periods.map((period) => [period.time, period.value, period.provisional, ...(made.adjusted ? columns.map((column) => period[column]) : [])])}
                exercise={made.strategy.exercise}
            />
            <Fold words={words}>
                <Scrolls of={words}>
                    <Table className="figure-table forecast-table">
                        <thead>
                            <tr>
                                <th scope="col">{t("forecasts.period")}</th>
                                <th scope="col" className="numeric">
                                    {t("forecasts.value", { unit: unitName(i18n.language, made.unit) })}
                                </th>
                                {made.adjusted &&
                                    columns.map((column) => (
                                        <th key={column} scope="col" className="numeric">
                                            {t(`forecasts.adjusted.${column === "seasonal" ? "season" : column}`)}
                                        </th>
                                    ))}
                            </tr>
                        </thead>
                        <tbody>
                            {[...made.periods].reverse().map((period) => (
                                <tr key={period.time}>
                                    <th scope="row" className="nowrap">
                                        {format.period(period.time)}
                                    </th>
                                    <td className="numeric">
                                        {period.value === null ? "–" : <bdi>{format.decimal(period.value)}</bdi>}
                                        {period.provisional && <span className="hint"> ({t("forecasts.provisional")})</span>}
                                    </td>
                                    {made.adjusted &&
                                        columns.map((column) => (
                                            <td key={column} className="numeric">
                                                {number(period[column], column === "seasonal" || column === "irregular" ? ofParts : digits)}
                                            </td>
                                        ))}
                                </tr>
                            ))}
                        </tbody>
                    </Table>
                </Scrolls>
            </Fold>
        </Part>
    );
}
