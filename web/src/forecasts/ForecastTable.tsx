import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ForecastInterval } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import { unitName } from "../language/i18n";
import { verdictOf } from "./arrange";

export interface ForecastRow {
    time: string;
    mean: number;
    intervals: ForecastInterval[];
    came: string | null;
}

/** Inside and outside are told by a sign and a word. */
export function Verdict({ intervals, came }: { intervals: ForecastInterval[]; came: string | null }) {
    const { t } = useTranslation();
    const format = useFormat();
    const verdict = came === null ? undefined : verdictOf(intervals, came);
    if (verdict === undefined) return <span className="hint">{t("forecasts.verdict.not")}</span>;
    return (
        <span className="verdict-mark" data-inside={verdict.isInside}>
            <span aria-hidden="true">{verdict.isInside ? "●" : "✕"}</span> {t(`forecasts.verdict.${verdict.isInside ? "inside" : "outside"}`, { level: format.number(verdict.level) })}
        </span>
    );
}

interface Props {
    rows: ForecastRow[];
    unit: string;
    digits: number;
    caption: string;
    withCame: boolean;
}

/** A row for each period: what is expected, between what, and what came. */
export function ForecastTable({ rows, unit, digits, caption, withCame }: Props) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const levels = (rows[0]?.intervals ?? []).map(({ level }) => level);
    const number = (value: number) => format.decimal(value.toFixed(digits));
    const between = (level: number) => t("forecasts.between", { level: format.number(level) });
    return (
        <Scrolls of={caption}>
            <Table className="figure-table forecast-table">
                <caption className="unseen">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("forecasts.period")}</th>
                        <th scope="col" className="numeric">
                            {t("forecasts.expected", { unit: unitName(i18n.language, unit) })}
                        </th>
                        {levels.map((level) => (
                            <th key={level} scope="col" className="numeric">
                                {between(level)}
                            </th>
                        ))}
                        {withCame && (
                            <>
                                <th scope="col" className="numeric">
                                    {t("forecasts.came")}
                                </th>
                                <th scope="col">
                                    <span className="unseen">{t("forecasts.scores")}</span>
                                </th>
                            </>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {rows.map(({ time, mean, intervals, came }) => (
                        <tr key={time}>
                            <th scope="row" className="nowrap">
                                {format.period(time)}
                            </th>
                            <td className="numeric">
                                <bdi>{number(mean)}</bdi>
                            </td>
                            {levels.map((level) => {
                                const found = intervals.find((one) => one.level === level);
                                return (
                                    <td key={level} className="numeric">
                                        {found !== undefined && t("forecasts.range", { lower: number(found.lower), upper: number(found.upper) })}
                                    </td>
                                );
                            })}
                            {withCame && (
                                <>
                                    <td className="numeric">{came === null ? "–" : <bdi>{format.decimal(came)}</bdi>}</td>
                                    <td className="nowrap">
                                        <Verdict intervals={intervals} came={came} />
                                    </td>
                                </>
                            )}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}
