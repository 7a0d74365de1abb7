import { useTranslation } from "react-i18next";

import { useIndicator } from "../data/queries";
import type { Answer, IndicatorView, Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { ProblemNotice } from "../frame/ProblemNotice";
import { Printed } from "../language/Printed";
import { Unit } from "../language/Saying";
import { BarChart, type Bar } from "./BarChart";
import { FiguresTable } from "./FiguresTable";
import { ObservationsTable } from "./ObservationsTable";
import { ShareBars } from "./ShareBars";

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

function Legend({ hasPart }: { hasPart: boolean }) {
    const { t } = useTranslation();
    return (
        <p className="chart-legend">
            <span data-key="measured">{t("chart.measured")}</span>
            <span data-key="whole">{t("chart.complete")}</span>
            {hasPart && <span data-key="part">{t("chart.toDate")}</span>}
        </p>
    );
}

function Years({ view, story }: { view: IndicatorView; story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    const bars = barsOf(view.years, story.period, (period) => period);
    const last = bars.at(-1);
    if (last === undefined) return null;
    const value = Number(story.value);
    const target = Number.isFinite(value) && story.value !== null ? value : undefined;
    const words = target === undefined ? t("open") : format.number(target);
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
                    count: bars.length,
                    period: last.label,
                    value: format.number(last.value),
                    unit: view.unit,
                    target: words,
                })}
                target={
                    target === undefined
                        ? undefined
                        : { value: target, label: t("chart.target", { value: words }) }
                }
            />
            <Legend hasPart={bars.some(({ isComplete }) => !isComplete)} />
            <details className="figures-table">
                <summary>{t("chart.table")}</summary>
                <FiguresTable answers={view.years} unit={view.unit} />
            </details>
        </figure>
    );
}

function Months({ view }: { view: IndicatorView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const months = view.months.slice(-monthsShown);
    const bars = barsOf(months, undefined, format.shortMonth);
    const last = bars.at(-1);
    if (last === undefined) return null;
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
                    unit: view.unit,
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
        </section>
    );
}
