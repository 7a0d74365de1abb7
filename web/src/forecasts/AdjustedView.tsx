import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import { useAdjustment } from "../data/queries";
import type { SeriesAdjustment } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Loading } from "../frame/Loading";
import { Part } from "../frame/Part";
import { unitName } from "../language/i18n";
import { lastStep, partOf, type AdjustedPeriod } from "./adjusted";
import { AdjustedFacts } from "./AdjustedFacts";
import { AdjustedTable } from "./AdjustedTable";
import { digitsFor } from "./arrange";
import { Choice, Kinds, useTake } from "./ForecastChoices";
import { LinesChart, type Line } from "./LinesChart";
import { useSeriesName } from "./SeriesName";
import { Untold } from "./Untold";

const calendars = ["none", "weekdays", "western", "pakistan"] as const;

function Choices({ made, calendar }: { made: SeriesAdjustment; calendar: string }) {
    const { t } = useTranslation();
    const take = useTake();
    return (
        <section className="forecast-choices" aria-label={t("forecasts.adjusted.choices")}>
            <Kinds kinds={["month", "quarter"]} every={made.every} take={(kind) => take("every", kind)} />
            <Choice
                name="calendar"
                label={t("forecasts.adjusted.calendar")}
                value={calendar}
                options={calendars.map((value) => ({ value, text: t(`forecasts.adjusted.calendars.${value}`) }))}
                take={(name, value) => take(name, value === "pakistan" ? "" : value)}
            />
        </section>
    );
}

/** What the last figure is without the season. */
function LastSentence({ made }: { made: SeriesAdjustment }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const step = lastStep(made.periods);
    if (step === undefined || step.last.adjusted === null) return null;
    const { last, change } = step;
    const digits = digitsFor(made.periods.map(({ adjusted }) => adjusted ?? 0));
    const words = { period: format.period(last.time), published: format.decimal(last.value ?? ""), adjusted: format.decimal(last.adjusted?.toFixed(digits) ?? ""), unit: unitName(i18n.language, made.unit) };
    return (
        <p className="forecast-say">
            {t("forecasts.adjusted.say", words)}{" "}
            {change !== undefined && t(change >= 0 ? "forecasts.adjusted.more" : "forecasts.adjusted.less", { change: format.number(Math.abs(change), 1), before: t(`forecasts.adjusted.before.${made.every}`) })}
        </p>
    );
}

/** Published, adjusted and trend in one picture. */
function Picture({ made }: { made: SeriesAdjustment }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const nameOf = useSeriesName();
    const { periods, every } = made;
    const times = periods.map(({ time }) => time);
    const lines: Line[] = [
        { is: "published", words: t("forecasts.legend.past"), values: periods.map(({ value }) => (value === null ? null : Number(value))) },
        { is: "adjusted", words: t("forecasts.adjusted.adjusted"), values: periods.map(({ adjusted }) => adjusted) },
        { is: "trend", words: t("forecasts.adjusted.trend"), values: periods.map(({ trend }) => trend) },
    ];
    const flags = made.outliers.flatMap(({ time, kind }) => {
        const value = periods.find((period) => period.time === time)?.adjusted ?? null;
        return value === null ? [] : [{ time, value, text: `${format.period(time)}: ${t(`forecasts.adjusted.kinds.${kind}`)}` }];
    });
    const provisional = periods.flatMap(({ time, value, provisional: is }) => (is && value !== null ? [{ time, value: Number(value), text: `${format.period(time)}: ${t("forecasts.provisional")}` }] : []));
    const label = t("forecasts.adjusted.chartLabel", { name: nameOf(made.series), count: times.length, from: format.period(times[0] ?? ""), until: format.period(times.at(-1) ?? "") });
    return (
        <LinesChart
            every={every}
            times={times}
            lines={made.adjusted ? lines : lines.slice(0, 1)}
            flags={flags}
            flagWords={t("forecasts.adjusted.flag")}
            provisional={provisional}
            provisionalWords={t("forecasts.legend.provisional")}
            unit={unitName(i18n.language, made.unit)}
            label={label}
            fromZero
        />
    );
}

/** Each part in a picture of its own, over the same time. */
function Parts({ made }: { made: SeriesAdjustment }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const { periods, mode, every } = made;
    const times = periods.map(({ time }) => time);
    const unit = unitName(i18n.language, made.unit);
    const shown = {
        trend: (period: AdjustedPeriod) => period.trend,
        season: (period: AdjustedPeriod) => partOf(period.seasonal, mode),
        irregular: (period: AdjustedPeriod) => partOf(period.irregular, mode),
    };
    const range = { from: format.period(times[0] ?? ""), until: format.period(times.at(-1) ?? "") };
    return (
        <div className="part-charts">
            {(["trend", "season", "irregular"] as const).map((is) => (
                <div key={is}>
                    <h3>{t(`forecasts.adjusted.${is}`)}</h3>
                    <p className="hint">{t(`forecasts.adjusted.${is}Text`)}</p>
                    <LinesChart
                        every={every}
                        times={times}
                        lines={[{ is, words: t(`forecasts.adjusted.${is}`), values: periods.map(shown[is]) }]}
                        unit={is !== "trend" && mode === "multiplicative" ? t("forecasts.adjusted.percent") : unit}
                        label={t("forecasts.adjusted.partLabel", { part: t(`forecasts.adjusted.${is}`), ...range })}
                        height={180}
                        fromZero={is === "trend"}
                    />
                </div>
            ))}
        </div>
    );
}

/** A series without its season and without what the calendar does to it, or why it is left as it is. */
export function AdjustedView({ series, every }: { series: string; every: string | undefined }) {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const calendar = search.get("calendar") ?? "pakistan";
    // Years and halves have no season.
    const answer = useAdjustment({ series, calendar, every: every === "month" || every === "quarter" ? every : undefined });
    if (answer.isError) return <Failed words={t("forecasts.adjusted.failed")} retry={() => void answer.refetch()} />;
    const made = answer.data;
    if (made === undefined) return <Loading />;
    return (
        <div className={`adjusted-view ${answer.isPlaceholderData ? "stale" : ""}`} aria-busy={answer.isFetching}>
            <Choices made={made} calendar={calendar} />
            <Part id="chart" title={t(made.adjusted ? "forecasts.adjusted.chart" : "forecasts.adjusted.chartPlain")}>
                {made.reason !== null && <Untold reason={made.reason} title={t("forecasts.adjusted.not")} />}
                <LastSentence made={made} />
                {made.periods.length > 1 && <Picture made={made} />}
                {made.left_out > 0 && <p className="hint">{t("forecasts.adjusted.leftOut", { count: made.left_out })}</p>}
            </Part>
            {made.adjusted && (
                <Part id="parts" title={t("forecasts.adjusted.parts")} hint={t(`forecasts.adjusted.partsText.${made.mode ?? "additive"}`)}>
                    <Parts made={made} />
                </Part>
            )}
            <AdjustedFacts made={made} />
            {made.periods.length > 0 && <AdjustedTable made={made} />}
        </div>
    );
}
