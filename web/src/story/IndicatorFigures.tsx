import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { planOf } from "../data/planDocument";
import { useIndicator, usePlan } from "../data/queries";
import type { Answer, IndicatorView, Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { ProblemNotice } from "../frame/ProblemNotice";
import { unitName } from "../language/i18n";
import { Printed } from "../language/Printed";
import { Unit } from "../language/Saying";
import { BarChart, type Bar } from "./BarChart";
import { FiguresTable } from "./FiguresTable";
import { ObservationsTable } from "./ObservationsTable";
import { ShareBars } from "./ShareBars";
import { placeTarget } from "./targetSpan";

const StatisticsLink = lazy(() => import("../statistics/StatisticsLink"));

const monthsShown = 36;

function barsOf(
    answers: Answer[],
    measured: string | null | undefined,
    nameOf: (period: string) => string,
): Bar[] {
    return answers.flatMap(({ period, value, complete }) =>
        value === null
            ? []
            : [
                  {
                      key: period,
                      label: nameOf(period),
                      value,
                      isComplete: complete,
                      isMeasured: period === measured,
                  },
              ],
    );
}

interface LegendProps {
    bars: Bar[];
    target: string | undefined;
}

function Legend({ bars, target }: LegendProps) {
    const { t } = useTranslation();
    const known = bars.filter(({ value }) => value !== undefined);
    return (
        <p className="chart-legend">
            {known.some(({ isMeasured }) => isMeasured) && (
                <span data-key="measured">{t("chart.measured")}</span>
            )}
            <span data-key="whole">{t("chart.complete")}</span>
            {known.some(({ isComplete }) => !isComplete) && (
                <span data-key="part">{t("chart.toDate")}</span>
            )}
            {target !== undefined && <span data-key="target">{target}</span>}
        </p>
    );
}

/** The value of an outcome that is measured by the level itself; others have no line on its axis. */
function levelOf(story: Story): number | undefined {
    const value = Number(story.value);
    return story.measure === "level" && story.value !== null && Number.isFinite(value) ? value : undefined;
}

function Years({ view, story }: { view: IndicatorView; story: Story }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const plan = usePlan().data;
    const known = barsOf(view.years, story.period, (period) => period);
    const last = known.at(-1);
    if (last?.value === undefined) return null;
    const firstMonth = Number((plan && planOf(plan).fiscal_year_start) ?? 1);
    const value = levelOf(story);
    const axis = known.map(({ key }) => key);
    const place = value === undefined ? undefined : placeTarget(axis, story, firstMonth);
    const empty = (place?.periods ?? []).slice(known.length).map(
        (period): Bar => ({ key: period, label: period, value: undefined, isComplete: false, isMeasured: false }),
    );
    const bars = [...known, ...empty];
    const words = value === undefined ? undefined : format.number(value);
    const named =
        words === undefined
            ? undefined
            : place?.period === undefined
              ? t("chart.target", { value: words })
              : t("chart.targetFor", { value: words, period: format.period(place.period) });
    return (
        <figure>
            <figcaption>
                <h3>{t("chart.years")}</h3>
                <Unit unit={view.unit} />
            </figcaption>
            <BarChart
                bars={bars}
                label={t("chart.yearsLabel", {
                    title: view.title,
                    count: known.length,
                    period: last.label,
                    value: format.number(last.value),
                    unit: unitName(i18n.language, view.unit),
                    target: named ?? t("chart.targetOpen"),
                })}
                target={
                    value === undefined || place?.span === undefined
                        ? undefined
                        : { value, label: t("chart.target", { value: words }), span: place.span }
                }
            />
            <Legend bars={bars} target={named} />
            <details className="figures-table">
                <summary>{t("chart.table")}</summary>
                <FiguresTable answers={view.years} unit={view.unit} />
            </details>
        </figure>
    );
}

function Months({ view }: { view: IndicatorView }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const months = view.months.slice(-monthsShown);
    const bars = barsOf(months, undefined, format.shortMonth);
    const last = bars.at(-1);
    if (last?.value === undefined) return null;
    return (
        <figure>
            <figcaption>
                <h3>{t("chart.months")}</h3>
                <Unit unit={view.unit} />
            </figcaption>
            <BarChart
                bars={bars}
                height={200}
                label={t("chart.monthsLabel", {
                    title: view.title,
                    count: bars.length,
                    period: format.period(last.key),
                    value: format.number(last.value),
                    unit: unitName(i18n.language, view.unit),
                })}
            />
            <details className="figures-table">
                <summary>{t("chart.table")}</summary>
                <FiguresTable answers={months} unit={view.unit} />
            </details>
        </figure>
    );
}

/** The series behind an outcome, as of the day: pictures first, each figure with its source. */
export function IndicatorFigures({ story }: { story: Story }) {
    const { t } = useTranslation();
    const answer = useIndicator(story.indicator);
    if (answer.isError) return <ProblemNotice error={answer.error} />;
    const view = answer.data;
    if (view === undefined) return null;
    const isEmpty = view.series.every(({ observations }) => observations.length === 0);
    return (
        <section aria-labelledby="figures-heading">
            <h2 id="figures-heading">
                <Printed>{view.title}</Printed>
            </h2>
            <p className="hint">
                <Printed>{view.scope}</Printed>
            </p>
            {isEmpty && <p className="empty">{t("chart.noFigures")}</p>}
            <Years view={view} story={story} />
            <Months view={view} />
            <ShareBars view={view} story={story} />
            {!isEmpty && <ObservationsTable view={view} />}
            <Suspense fallback={null}>
                <StatisticsLink keys={view.series.map(({ key }) => key)} />
            </Suspense>
        </section>
    );
}
