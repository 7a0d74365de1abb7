import { Button, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { byFrequency, figureAt, isSameValue, isTentative, oneUnit, periodsAt, seriesAt, statusOf, tellingDimensions } from "./arrange";
import type { Period, Series } from "./history";
import { PeriodHead } from "./PeriodHead";
import { wholePeriodName } from "./periods";
import { SeriesChart } from "./SeriesChart";
import { useFigure, useSeriesNames, type Shown } from "./shown";

/** Up to so many series stand beside each other, with a row for each period. */
const columnsMost = 3;
const periodsFirst = { rows: 24, columns: 12 };
const seriesFirst = 40;

interface CellProps {
    shown: Shown;
    series: Series;
    period: Period;
    /** The name of its column, where rows become cards. */
    name: string;
}

function FigureCell({ shown, series, period, name }: CellProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useSeriesNames();
    const { open } = useFigure();
    const figure = figureAt(series, period.id, shown.day);
    if (figure === undefined)
        return (
            <td data-name={name} className="numeric">
                <span className="no-figure">
                    <span aria-hidden="true">—</span>
                    <span className="unseen">{t("statistics.missing")}</span>
                </span>
            </td>
        );
    const now = figureAt(series, period.id, shown.today);
    const isChanged = !shown.isNewest && now !== undefined && !isSameValue(figure.value, now.value);
    const value = figure.value === undefined ? "—" : format.decimal(figure.value);
    const status = statusOf(figure);
    return (
        <td data-name={name} className="numeric" data-changed={isChanged || undefined}>
            <span className="figure">
                <button
                    type="button"
                    data-tentative={isTentative(figure) || undefined}
                    aria-haspopup="dialog"
                    aria-label={t("statistics.openFigure", {
                        value: figure.value === undefined ? t("statistics.missingPublished") : value,
                        period: wholePeriodName(period, format),
                    })}
                    onClick={() => open(series, period.id)}
                >
                    <bdi>{value}</bdi>
                </button>
                {status !== "" && status !== "A" ? (
                    <abbr className="status-letter" title={names.value(figure.attributes.get("OBS_STATUS"))}>
                        {status}
                    </abbr>
                ) : (
                    <span className="status-letter" aria-hidden="true" />
                )}
            </span>
            {isChanged && (
                <span className="changed">
                    {now.value === undefined ? t("statistics.nowMissing") : t("statistics.now", { value: format.decimal(now.value) })}
                </span>
            )}
        </td>
    );
}

interface HeadProps {
    series: Series;
    telling: string[];
    /** Where the series are not in one unit, each says its own. */
    withUnit: boolean;
}

function SeriesHead({ series, telling, withUnit }: HeadProps) {
    const names = useSeriesNames();
    return (
        <>
            {names.series(series, telling)}
            {withUnit && <span className="table-note">{names.unit(series)}</span>}
        </>
    );
}

function StatusKey({ shown, series, periods }: { shown: Shown; series: Series[]; periods: Period[] }) {
    const { t } = useTranslation();
    const names = useSeriesNames();
    const used = new Map(
        series.flatMap((one) =>
            periods.flatMap(({ id }) => {
                const figure = figureAt(one, id, shown.day);
                const status = figure?.attributes.get("OBS_STATUS");
                return status === undefined || status.id === "A" ? [] : [[status.id, names.value(status)] as const];
            }),
        ),
    );
    if (used.size === 0) return null;
    return (
        <dl className="status-key" aria-label={t("statistics.statuses")}>
            {[...used].sort().map(([letter, meaning]) => (
                <div key={letter}>
                    <dt>
                        <span className="status-letter">{letter}</span>
                    </dt>
                    <dd>{meaning}</dd>
                </div>
            ))}
        </dl>
    );
}

interface GridProps {
    shown: Shown;
    series: Series[];
    periods: Period[];
    telling: string[];
}

/** One series: a row for each period, with day and source of its figure. */
function SingleTable({ shown, series, periods }: GridProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useSeriesNames();
    const [one] = series;
    if (one === undefined) return null;
    return (
        <Scrolls of={t("statistics.figures")}>
            <Table className="figure-table" data-tall data-single>
                <caption className="unseen">{t("statistics.figures")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("statistics.period")}</th>
                        <th scope="col" className="numeric">
                            {names.unit(one)}
                        </th>
                        <th scope="col">{t("statistics.source.published")}</th>
                        <th scope="col">{t("chart.source")}</th>
                    </tr>
                </thead>
                <tbody>
                    {periods.map((period) => {
                        const figure = figureAt(one, period.id, shown.day);
                        return (
                            <tr key={period.id}>
                                <th scope="row">
                                    <PeriodHead period={period} />
                                </th>
                                <FigureCell shown={shown} series={one} period={period} name={names.unit(one)} />
                                <td className="nowrap">
                                    {figure !== undefined && format.shortDay(figure.day)}
                                    {figure?.attributes.get("DATE_BASIS")?.id === "E" && ` (${t("chart.estimated")})`}
                                </td>
                                <td>
                                    <Printed>{figure?.attributes.get("SOURCE")?.id ?? ""}</Printed>
                                </td>
                            </tr>
                        );
                    })}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** Few series: a row for each period. */
function TallTable({ shown, series, periods, telling }: GridProps) {
    const { t } = useTranslation();
    const names = useSeriesNames();
    return (
        <Scrolls of={t("statistics.figures")}>
            <Table className="figure-table" data-tall>
                <caption className="unseen">{t("statistics.figures")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("statistics.period")}</th>
                        {series.map((one) => (
                            <th key={one.key} scope="col" className="numeric">
                                <SeriesHead series={one} telling={telling} withUnit />
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {periods.map((period) => (
                        <tr key={period.id}>
                            <th scope="row">
                                <PeriodHead period={period} />
                            </th>
                            {series.map((one) => (
                                <FigureCell key={one.key} shown={shown} series={one} period={period} name={names.series(one, telling)} />
                            ))}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** Many series: a row for each of them, the newest periods first. */
function WideTable({ shown, series, periods, telling }: GridProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useSeriesNames();
    const isOneUnit = oneUnit(series).length === series.length;
    return (
        <Scrolls of={t("statistics.figures")}>
            <Table className="figure-table" data-wide>
                <caption className="unseen">{t("statistics.figures")}</caption>
                <thead>
                    <tr>
                        <th scope="col">
                            {t("statistics.oneSeries")}
                            {isOneUnit && series[0] !== undefined && <span className="table-note">{names.unit(series[0])}</span>}
                        </th>
                        {periods.map((period) => (
                            <th key={period.id} scope="col" className="numeric">
                                <PeriodHead period={period} />
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {series.map((one) => (
                        <tr key={one.key}>
                            <th scope="row">
                                <SeriesHead series={one} telling={telling} withUnit={!isOneUnit} />
                            </th>
                            {periods.map((period) => (
                                <FigureCell key={period.id} shown={shown} series={one} period={period} name={wholePeriodName(period, format)} />
                            ))}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** Series of one frequency: a month has no figure of a year, and that is no gap. */
function Group({ shown, series: all }: { shown: Shown; series: Series[] }) {
    const { t } = useTranslation();
    const [isWhole, setWhole] = useState(false);
    const [isEvery, setEvery] = useState(false);
    const allPeriods = periodsAt(shown.history, all, shown.day);
    const telling = tellingDimensions(all);
    const isTall = all.length <= columnsMost;
    const first = isTall ? periodsFirst.rows : periodsFirst.columns;
    const periods = isWhole ? allPeriods : allPeriods.slice(0, first);
    const series = isEvery ? all : all.slice(0, seriesFirst);
    const Grid = all.length === 1 ? SingleTable : isTall ? TallTable : WideTable;
    return (
        <>
            <SeriesChart shown={shown} series={all} telling={telling} />
            <Grid shown={shown} series={series} periods={periods} telling={telling} />
            <StatusKey shown={shown} series={series} periods={periods} />
            {(allPeriods.length > periods.length || all.length > series.length) && (
                <p className="more">
                    {allPeriods.length > periods.length && (
                        <Button variant="default" onClick={() => setWhole(true)}>
                            {t("statistics.showAllPeriods", { count: allPeriods.length })}
                        </Button>
                    )}
                    {all.length > series.length && (
                        <Button variant="default" onClick={() => setEvery(true)}>
                            {t("statistics.showAllSeries", { count: all.length })}
                        </Button>
                    )}
                </p>
            )}
        </>
    );
}

/** The tables and the pictures of what is chosen, as published by the day. */
export function FiguresPart({ shown }: { shown: Shown }) {
    const { t } = useTranslation();
    const names = useSeriesNames();
    const groups = byFrequency(seriesAt(shown.history, shown.day));
    return (
        <Part id="figures" title={t("statistics.figures")} hint={t("statistics.figuresHint")}>
            {groups.map((series) => {
                const frequency = series[0]?.codes.get("FREQ");
                return (
                    <section key={frequency?.id ?? ""} className="figure-group">
                        {groups.length > 1 && <h3>{names.value(frequency)}</h3>}
                        <Group shown={shown} series={series} />
                    </section>
                );
            })}
        </Part>
    );
}
