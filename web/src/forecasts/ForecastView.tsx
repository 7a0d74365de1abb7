import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { SeriesForecast } from "../data/types";
import { useFormat } from "../format/useFormat";
import { CsvLink } from "../frame/CsvLink";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { unitName } from "../language/i18n";
import { digitsFor, recent, type Came } from "./arrange";
import { Untold } from "./Untold";
import { FanChart } from "./FanChart";
import { ForecastTable } from "./ForecastTable";
import { useSeriesName } from "./SeriesName";

/** Figures and what is expected, one after the other. */
function Csv({ forecast }: { forecast: SeriesForecast }) {
    const { ahead = [], past } = forecast;
    const levels = (ahead[0]?.intervals ?? []).map(({ level }) => level);
    const ends = levels.flatMap((level) => [`lower_${level}`, `upper_${level}`]);
    return (
        <CsvLink
            name="forecast"
            columns={["time", "value", "provisional", "mean", ...ends]}
            rows={[
                ...past.map(({ time, value, provisional }) => [time, value, provisional, null, ...ends.map(() => null)]),
                ...ahead.map(({ time, mean, intervals }) => [time, null, null, mean, ...intervals.flatMap(({ lower, upper }) => [lower, upper])]),
            ]}
            exercise={forecast.strategy.exercise}
        />
    );
}

function Past({ forecast }: { forecast: SeriesForecast }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const known = forecast.past.filter(({ value }) => value !== null);
    if (known.length === 0) return <p className="empty">{t("forecasts.pastNone")}</p>;
    return (
        <Fold words={t("forecasts.past", { count: known.length })}>
            <Scrolls of={t("forecasts.past", { count: known.length })}>
                <Table className="figure-table">
                    <thead>
                        <tr>
                            <th scope="col">{t("forecasts.period")}</th>
                            <th scope="col" className="numeric">
                                {t("forecasts.value", { unit: unitName(i18n.language, forecast.unit) })}
                            </th>
                            <th scope="col">{t("forecasts.note")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {[...forecast.past].reverse().map(({ time, value, provisional, estimated }) => (
                            <tr key={time}>
                                <th scope="row" className="nowrap">
                                    {format.period(time)}
                                </th>
                                <td className="numeric">{value === null ? "–" : <bdi>{format.decimal(value)}</bdi>}</td>
                                <td>
                                    {value === null
                                        ? t("forecasts.noFigure")
                                        : [provisional && t("forecasts.provisional"), estimated && t("forecasts.estimated")].filter(Boolean).join(t("story.comma"))}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
        </Fold>
    );
}

/** A sentence, the picture and the numbers; or why nothing can be said. */
export function ForecastView({ forecast, came }: { forecast: SeriesForecast; came: Came[] }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const nameOf = useSeriesName();
    const { ahead = [], every, past, unit } = forecast;
    const shownPast = recent(past, every);
    const all = ahead.flatMap(({ mean, intervals }) => [mean, ...intervals.map(({ upper }) => upper)]);
    const digits = digitsFor(all);
    const number = (value: number) => format.decimal(value.toFixed(digits));
    const [first] = ahead;
    const last = ahead.at(-1);
    const unitWords = unitName(i18n.language, unit);
    const narrow = first?.intervals[0];
    const end = last?.intervals[0];
    const known = past.filter(({ value }) => value !== null);
    const sinceBy = new Map(came.map(({ time, value }) => [time, value]));
    return (
        <>
            <Part id="chart" title={t("forecasts.chart")}>
                {forecast.reason !== null && <Untold reason={forecast.reason} />}
                {first !== undefined && narrow !== undefined && (
                    <p className="forecast-say">
                        {t("forecasts.say", { period: format.period(first.time), mean: number(first.mean), unit: unitWords, level: format.number(narrow.level), lower: number(narrow.lower), upper: number(narrow.upper) })}
                    </p>
                )}
                {known.length + ahead.length > 1 && (
                    <FanChart
                        every={every}
                        past={shownPast}
                        ahead={ahead}
                        came={came}
                        unit={unitWords}
                        label={
                            last === undefined || end === undefined
                                ? t("forecasts.past", { count: known.length })
                                : t("forecasts.chartLabel", {
                                      name: nameOf(forecast.series),
                                      count: shownPast.filter(({ value }) => value !== null).length,
                                      last: format.period(known.at(-1)?.time ?? ""),
                                      ahead: ahead.length,
                                      until: format.period(last.time),
                                      mean: number(last.mean),
                                      unit: unitWords,
                                      level: format.number(end.level),
                                      lower: number(end.lower),
                                      upper: number(end.upper),
                                  })
                        }
                    />
                )}
                {shownPast.length < past.length && <p className="hint">{t("forecasts.shortened", { period: format.period(shownPast[0]?.time ?? "") })}</p>}
            </Part>
            <Part id="numbers" title={t("forecasts.table")} hint={ahead.length > 0 ? t("forecasts.tableHint") : undefined}>
                {ahead.length > 0 && (
                    <ForecastTable rows={ahead.map((one) => ({ ...one, came: sinceBy.get(one.time) ?? null }))} unit={unit} digits={digits} caption={t("forecasts.table")} withCame={came.length > 0} />
                )}
                <Past forecast={forecast} />
                <Csv forecast={forecast} />
            </Part>
        </>
    );
}
